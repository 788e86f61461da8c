// What the org says of itself: describe, limits, identity, versions.
import { assert, claim, connect, rep } from './sandbox.mjs';

const connection = await connect();

await claim('describeGlobal lists the objects, and jsforce keeps the list', async () => {
  const { sobjects, maxBatchSize } = await connection.describeGlobal();
  assert.equal(maxBatchSize, 200);
  const names = sobjects.map((object) => object.name);
  for (const name of ['Task', 'Lead', 'Contact', 'Account', 'Opportunity', 'User', 'TaskStatus', 'TaskPriority'])
    assert.ok(names.includes(name), name);
  assert.equal(sobjects.find((object) => object.name === 'Task').keyPrefix, '00T');
  assert.deepEqual((await connection.describeGlobal$()).sobjects.length, sobjects.length);
});

await claim('describe tells types, lengths, rights and values of the fields', async () => {
  const { name, fields } = await connection.sobject('Task').describe();
  assert.equal(name, 'Task');
  const field = (wanted) => fields.find((one) => one.name === wanted);
  assert.deepEqual([field('Subject').type, field('Subject').length, field('Subject').createable],
    ['combobox', 255, true]);
  assert.deepEqual([field('IsClosed').type, field('IsClosed').updateable], ['boolean', false]);
  assert.deepEqual([field('WhoId').type, field('WhoId').relationshipName], ['reference', 'Who']);
  assert.ok(field('WhoId').referenceTo.includes('Lead'));
  assert.ok(field('Status').picklistValues.some((value) => value.value === 'Completed' && value.active));
  assert.deepEqual([field('SalesInsight_Id__c').externalId, field('SalesInsight_Id__c').unique], [true, true]);
  assert.equal((await connection.describe$('Task')).fields.length, fields.length);
});

await claim('limits and the header say what is used and left', async () => {
  const { DailyApiRequests } = await connection.limits();
  assert.equal(DailyApiRequests.Max, 15000);
  assert.ok(DailyApiRequests.Remaining < DailyApiRequests.Max);
  assert.equal(connection.limitInfo.apiUsage.limit, 15000);
});

await claim('identity tells who the token belongs to', async () => {
  const identity = await connection.identity();
  assert.equal(identity.username, rep);
  assert.equal(identity.display_name, 'Mara Visser');
  assert.equal(identity.organization_id, connection.userInfo.organizationId);
  assert.equal(identity.timezone, 'Europe/Amsterdam');
  assert.ok(identity.urls.rest.includes('/services/data/v{version}/'));
});

await claim('userinfo tells the same', async () => {
  const user = await connection.requestGet('/services/oauth2/userinfo');
  assert.deepEqual([user.preferred_username, user.user_id], [rep, connection.userInfo.id]);
});

await claim('versions and resources can be listed', async () => {
  const versions = await connection.requestGet('/services/data');
  assert.ok(versions.some(({ version, url }) => version === '60.0' && url === '/services/data/v60.0'));
  assert.ok((await connection.requestGet('/')).sobjects.endsWith('/sobjects'));
});

await claim('the lists an app reads at start are there: recent, tabs, theme', async () => {
  const { id } = await connection.sobject('Task').create({ Subject: 'touched last' });
  // stamps are whole seconds: what was seeded in this one may stand before it, but no task
  assert.equal((await connection.recent()).find(({ attributes }) => attributes.type === 'Task').Id, id);
  await connection.sobject('Task').destroy(id);
  assert.ok((await connection.tabs()).some((tab) => tab.sobjectName === 'Task'));
  assert.ok((await connection.theme()).themeItems.some((item) => item.name === 'Task'));
});

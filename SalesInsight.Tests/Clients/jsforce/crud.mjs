// One record at a time, and what single calls are refused with.
import { assert, claim, connect, control, refusedWith } from './sandbox.mjs';

const connection = await connect();
const tasks = connection.sobject('Task');
const create = async (fields) => (await tasks.create(fields)).id;

await claim('create answers the id, retrieve the whole row', async () => {
  const answer = await tasks.create({ Subject: 'Call Kim', ActivityDate: '2026-12-01', Priority: 'High' });
  assert.deepEqual({ ...answer, id: '' }, { id: '', success: true, errors: [] });
  const row = await tasks.retrieve(answer.id);
  assert.equal(row.Subject, 'Call Kim');
  assert.equal(row.ActivityDate, '2026-12-01');
  assert.equal(row.IsHighPriority, true);
  assert.equal(row.attributes.type, 'Task');
  assert.match(row.CreatedDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
});

await claim('retrieve answers only the fields asked for', async () => {
  const id = await create({ Subject: 'One field' });
  const { attributes, ...row } = await tasks.retrieve(id, { fields: ['Subject'] });
  assert.deepEqual(row, { Subject: 'One field', Id: id });
});

await claim('update changes what it names and empties what is null', async () => {
  const id = await create({ Subject: 'Before', Description: 'Kept', ActivityDate: '2026-12-01' });
  assert.equal((await tasks.update({ Id: id, Subject: 'After', ActivityDate: null })).success, true);
  const row = await tasks.retrieve(id);
  assert.deepEqual([row.Subject, row.Description, row.ActivityDate], ['After', 'Kept', null]);
});

await claim('a record reference updates, reads and deletes', async () => {
  const record = tasks.record(await create({ Subject: 'Referenced' }));
  await record.update({ Status: 'Completed' });
  assert.equal((await record.retrieve()).IsClosed, true);
  assert.equal((await record.destroy()).success, true);
});

await claim('a deleted row is ENTITY_IS_DELETED to writers and NOT_FOUND to readers', async () => {
  const id = await create({ Subject: 'Short-lived' });
  assert.equal((await tasks.destroy(id)).success, true);
  await refusedWith('ENTITY_IS_DELETED', () => tasks.update({ Id: id, Subject: 'Too late' }));
  await refusedWith('ENTITY_IS_DELETED', () => tasks.destroy(id));
  await refusedWith('NOT_FOUND', () => tasks.retrieve(id));
});

await claim('a field nobody has is INVALID_FIELD', async () => {
  await refusedWith('INVALID_FIELD', () => tasks.create({ Subject: 'x', NoSuch__c: 1 }));
  const id = await create({ Subject: 'x' });
  await refusedWith('INVALID_FIELD', () => tasks.update({ Id: id, NoSuch__c: 1 }));
  await refusedWith('INVALID_FIELD', () => tasks.retrieve(id, { fields: ['NoSuch__c'] }));
});

await claim('a field nobody may write is INVALID_FIELD_FOR_INSERT_UPDATE', () =>
  refusedWith('INVALID_FIELD_FOR_INSERT_UPDATE', () => tasks.create({ Subject: 'x', IsClosed: true })));

await claim('a text too long is STRING_TOO_LONG, and says which field', async () => {
  await assert.rejects(() => tasks.create({ Subject: 'x'.repeat(256) }), (fault) => {
    assert.equal(fault.errorCode, 'STRING_TOO_LONG');
    assert.deepEqual(fault.data.fields, ['Subject']);
    return true;
  });
});

await claim('an object nobody has is NOT_FOUND', () =>
  refusedWith('NOT_FOUND', () => connection.sobject('NoSuch__c').create({ Name: 'x' })));

await claim('an id of another object is MALFORMED_ID', async () => {
  const user = connection.userInfo.id;
  await refusedWith('MALFORMED_ID', () => tasks.retrieve(user));
  await refusedWith('MALFORMED_ID', () => tasks.destroy(user));
});

await claim('a locked row is UNABLE_TO_LOCK_ROW, then not', async () => {
  const id = await create({ Subject: 'Locked' });
  await control('rows/lock', { id, times: 1 });
  await refusedWith('UNABLE_TO_LOCK_ROW', () => tasks.update({ Id: id, Subject: 'Unlocked' }));
  assert.equal((await tasks.update({ Id: id, Subject: 'Unlocked' })).success, true);
});

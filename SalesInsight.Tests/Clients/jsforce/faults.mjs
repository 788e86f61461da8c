// When the service itself is unwell: what reaches the caller of jsforce.
import { assert, claim, connect, control, refusedWith, rep } from './sandbox.mjs';

const connection = await connect();
const tasks = connection.sobject('Task');
const plan = (fault) => control('faults', fault);

await claim('one 401 costs one refresh and nothing else', async () => {
  let refreshes = 0;
  connection.on('refresh', () => refreshes++);
  await plan({ kind: 'sessionExpired', path: '/sobjects/Task', times: 1 });
  assert.equal((await tasks.create({ Subject: 'After the refresh' })).success, true);
  assert.equal(refreshes, 1);
  assert.equal(await tasks.count({ Subject: 'After the refresh' }), 1);
});

await claim('a GET survives a 503 and a torn connection, since jsforce asks again', async () => {
  await plan({ kind: 'error', status: 503, path: '/query', times: 1 });
  assert.ok((await connection.query('SELECT Id FROM Task')).done);
  await plan({ kind: 'dropBefore', path: '/query', times: 1 });
  assert.ok((await connection.query('SELECT Id FROM Task')).done);
});

await claim('a POST is not sent twice: 503 reaches the caller', async () => {
  await plan({ kind: 'error', status: 503, path: '/sobjects/Task', times: 1 });
  await refusedWith('SERVER_UNAVAILABLE', () => tasks.create({ Subject: 'Once' }));
  assert.equal(await tasks.count({ Subject: 'Once' }), 0);
});

await claim('a reply lost after the commit leaves one row behind', async () => {
  await plan({ kind: 'loseReply', path: '/sobjects/Task', times: 1 });
  await assert.rejects(() => tasks.create({ Subject: 'Lost reply' }));
  assert.equal(await tasks.count({ Subject: 'Lost reply' }), 1);
});

await claim('the daily limit is REQUEST_LIMIT_EXCEEDED', async () => {
  await control('usage', { used: 15000 });
  await refusedWith('REQUEST_LIMIT_EXCEEDED', () => connection.query('SELECT Id FROM Task'));
  await control('usage', { used: 0 });
});

await claim('a page of the edge is told apart from an answer', async () => {
  await plan({ kind: 'html', path: '/sobjects/Task', times: 1 });
  await refusedWith('ERROR_HTTP_503', () => tasks.create({ Subject: 'Edge' }));
});

await claim('an org and a user without API say so', async () => {
  await control('org', { apiDisabled: true });
  await refusedWith('API_DISABLED_FOR_ORG', () => connection.query('SELECT Id FROM Task'));
  await control('org', { apiDisabled: false });
  await control(`users/${rep}`, { apiEnabled: false });
  await refusedWith('API_CURRENTLY_DISABLED', () => connection.query('SELECT Id FROM Task'));
  await control(`users/${rep}`, { apiEnabled: true });
});

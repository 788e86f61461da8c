// The username-password grant, for old clients and scripts.
import { assert, claim, client, connect, control, jsforce, password, refusedWith, rep, sandbox } from './sandbox.mjs';

await claim('name and password open a session', async () => {
  const connection = new jsforce.Connection({ oauth2: client, loginUrl: sandbox });
  const user = await connection.login(rep, password);
  assert.match(user.id, /^005/);
  assert.match(user.organizationId, /^00D/);
  assert.equal((await connection.identity()).user_id, user.id);
});

await claim('a wrong password is invalid_grant', async () => {
  const connection = new jsforce.Connection({ oauth2: client, loginUrl: sandbox });
  await refusedWith('invalid_grant', () => connection.login(rep, 'wrong'));
});

await claim('a wrong secret is invalid_client', async () => {
  const oauth2 = { ...client, clientSecret: 'wrong' };
  const connection = new jsforce.Connection({ oauth2, loginUrl: sandbox });
  await refusedWith('invalid_client', () => connection.login(rep, password));
});

await claim('an expired session logs in again by itself, once', async () => {
  const connection = await connect();
  let refreshes = 0;
  connection.on('refresh', () => refreshes++);
  await control('sessions/expire', { user: rep });
  await connection.query('SELECT Id FROM Task LIMIT 1');
  assert.equal(refreshes, 1);
});

await claim('client credentials open a session of the app itself', async () => {
  const connection = new jsforce.Connection({ oauth2: client, loginUrl: sandbox });
  const user = await connection.authorize({ grant_type: 'client_credentials' });
  assert.match(user.id, /^005/);
});

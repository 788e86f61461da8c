// The web server flow: authorize page, code with PKCE, refresh with rotation, revoke.
import { Person } from './person.mjs';
import { assert, claim, client, control, jsforce, refusedWith, rep, sandbox } from './sandbox.mjs';

const redirectUri = 'http://localhost:5099/callback';
const newOAuth = () => new jsforce.OAuth2({ ...client, redirectUri, useVerifier: true });

/** Everything a newcomer does: log in, allow, come back with a code, redeem it. */
async function authorized() {
  const oauth2 = newOAuth();
  const url = oauth2.getAuthorizationUrl({ scope: 'api id refresh_token', state: 'kept' });
  const callback = await new Person(rep).decide(url);
  assert.equal(callback.get('state'), 'kept');
  const connection = new jsforce.Connection({ oauth2, loginUrl: sandbox, version: '60.0' });
  const user = await connection.authorize(callback.get('code'));
  return { connection, oauth2, user, code: callback.get('code') };
}

await claim('a code with PKCE, through login and consent, opens a session of who allowed it', async () => {
  const { connection, oauth2, user } = await authorized();
  assert.equal(oauth2.codeVerifier.length, 171);
  assert.equal(connection.instanceUrl, sandbox);
  assert.ok(connection.accessToken.startsWith(user.organizationId.slice(0, 15)));
  assert.equal((await connection.identity()).username, rep);
});

await claim('a code is spent by its first use', async () => {
  const { oauth2, code } = await authorized();
  await refusedWith('invalid_grant', () => oauth2.requestToken(code));
});

await claim('a code without its verifier is refused', async () => {
  const asking = newOAuth();
  const callback = await new Person(rep).decide(asking.getAuthorizationUrl({ scope: 'api refresh_token' }));
  const other = newOAuth();
  await refusedWith('invalid_request', () => other.requestToken(callback.get('code')));
});

await claim('a person who denies sends access_denied back', async () => {
  const callback = await new Person(rep).decide(newOAuth().getAuthorizationUrl(), 'deny');
  assert.equal(callback.get('error'), 'access_denied');
  assert.equal(callback.get('code'), null);
});

await claim('a session that expired is refreshed once, for many calls at a time, and the token rotates', async () => {
  const { connection } = await authorized();
  const [firstAccess, firstRefresh] = [connection.accessToken, connection.refreshToken];
  const refreshes = [];
  connection.on('refresh', (_, answer) => {
    refreshes.push(answer.refresh_token);
    connection.refreshToken = answer.refresh_token;
  });
  await control('sessions/expire', { user: rep });
  const answers = await Promise.all([1, 2, 3, 4].map(() => connection.query('SELECT Id FROM Task LIMIT 1')));
  assert.ok(answers.every((answer) => answer.done));
  assert.equal(refreshes.length, 1);
  assert.notEqual(connection.accessToken, firstAccess);
  assert.notEqual(connection.refreshToken, firstRefresh);
  await control('sessions/expire', { user: rep });
  await connection.query('SELECT Id FROM Task LIMIT 1');
  assert.equal(refreshes.length, 2);
});

await claim('a refresh token used twice ends its whole grant', async () => {
  const { connection, oauth2 } = await authorized();
  const spent = connection.refreshToken;
  const answer = await oauth2.refreshToken(spent);
  await refusedWith('invalid_grant', () => oauth2.refreshToken(spent));
  await refusedWith('invalid_grant', () => oauth2.refreshToken(answer.refresh_token));
});

await claim('a refresh that is refused reaches the caller instead of going round', async () => {
  const { connection } = await authorized();
  await control('grants/revoke', { user: rep });
  await assert.rejects(() => connection.query('SELECT Id FROM Task'), /Unable to refresh session/);
});

await claim('logout ends the session, logout with revoke the grant', async () => {
  const first = await authorized();
  const kept = first.connection.refreshToken;
  const ended = new jsforce.Connection({ instanceUrl: sandbox, accessToken: first.connection.accessToken });
  await first.connection.logout();
  await refusedWith('INVALID_SESSION_ID', () => ended.query('SELECT Id FROM Task'));
  assert.ok((await first.oauth2.refreshToken(kept)).access_token);
  const second = await authorized();
  const revoked = second.connection.refreshToken;
  await second.connection.logout(true);
  await refusedWith('invalid_grant', () => second.oauth2.refreshToken(revoked));
});

await claim('a token nobody issued cannot be revoked', () =>
  refusedWith('unsupported_token_type', () => newOAuth().revokeToken('nobody')));

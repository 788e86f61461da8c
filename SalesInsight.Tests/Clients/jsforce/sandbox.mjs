// What every script stands on: where the sandbox is, its control room, claims, and a person signed in.
import assert from 'node:assert/strict';
import jsforce from 'jsforce';

export const sandbox = process.argv[2];
export const rep = 'rep1@sandbox.test';
export const password = 'sandbox1';
export const client = { clientId: 'sandbox-client', clientSecret: 'sandbox-secret', loginUrl: sandbox };

/** Says what is tried, tries it, and prints one line of JSON: the C# test reads them. */
export async function claim(text, attempt) {
  try {
    await attempt();
    console.log(JSON.stringify({ claim: text, fault: null }));
  } catch (fault) {
    console.log(JSON.stringify({ claim: text, fault: fault.stack ?? String(fault) }));
  }
}

/** POSTs to the control room; with `method` GET or DELETE without a body. */
export async function control(path, body = {}, method = 'POST') {
  const answer = await fetch(`${sandbox}/_sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: method === 'POST' ? JSON.stringify(body) : undefined,
  });
  assert.ok(answer.ok, `${method} ${path} answered ${answer.status}`);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

/** A connection of jsforce's own making, signed in with name and password. */
export async function connect(username = rep, version = '60.0') {
  const connection = new jsforce.Connection({ oauth2: client, loginUrl: sandbox, version });
  await connection.login(username, password);
  return connection;
}

/** The error jsforce throws carries Salesforce's code. */
export async function refusedWith(errorCode, attempt) {
  await assert.rejects(attempt, (fault) => {
    assert.equal(fault.errorCode ?? fault.name, errorCode, fault.message);
    return true;
  });
}

export { assert, jsforce };

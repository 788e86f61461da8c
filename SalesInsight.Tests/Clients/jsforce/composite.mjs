// Several requests in one call: composite and batch, sent through jsforce's own requests.
import { assert, claim, connect, control, refusedWith } from './sandbox.mjs';

const connection = await connect();
const root = '/services/data/v60.0';
const compose = (compositeRequest, allOrNone = false) =>
  connection.requestPost('/composite', { allOrNone, compositeRequest });
const part = (method, url, referenceId, body) => ({ method, url: root + url, referenceId, body });

await claim('a later part uses what an earlier one answered', async () => {
  const { compositeResponse } = await compose([
    part('POST', '/sobjects/Task', 'made', { Subject: 'Composed' }),
    part('PATCH', '/sobjects/Task/@{made.id}', 'changed', { Priority: 'High' }),
    part('GET', '/sobjects/Task/@{made.id}?fields=Subject,Priority', 'read'),
  ]);
  assert.deepEqual(compositeResponse.map((answer) => answer.httpStatusCode), [201, 204, 200]);
  assert.deepEqual([compositeResponse[2].body.Subject, compositeResponse[2].body.Priority], ['Composed', 'High']);
});

await claim('a retrieve and the writes after it are one call', async () => {
  const { id } = await connection.sobject('Task').create({ Subject: 'Pre-image' });
  await control('calls', {}, 'DELETE');
  const { compositeResponse } = await compose([
    part('POST', '/composite/sobjects/Task', 'before', { ids: [id], fields: ['Id', 'Subject'] }),
    part('PATCH', '/composite/sobjects', 'write', {
      allOrNone: false,
      records: [{ attributes: { type: 'Task' }, id, Subject: 'Written' }],
    }),
  ]);
  assert.equal(compositeResponse[0].body[0].Subject, 'Pre-image');
  assert.equal(compositeResponse[1].body[0].success, true);
  assert.equal((await control('calls', {}, 'GET')).total, 1);
});

await claim('a failed part fails alone, or with allOrNone all of them', async () => {
  const parts = () => [
    part('POST', '/sobjects/Task', 'good', { Subject: 'Halted' }),
    part('POST', '/sobjects/Task', 'bad', { NoSuch__c: 1 }),
  ];
  const alone = (await compose(parts())).compositeResponse;
  assert.deepEqual(alone.map((answer) => answer.httpStatusCode), [201, 400]);
  const together = (await compose(parts(), true)).compositeResponse;
  assert.deepEqual(together.map((answer) => answer.body[0].errorCode), ['PROCESSING_HALTED', 'INVALID_FIELD']);
  assert.equal(await connection.sobject('Task').count({ Subject: 'Halted' }), 1);
});

await claim('more than 25 parts are refused whole', () => refusedWith('LIMIT_EXCEEDED', () =>
  compose(Array.from({ length: 26 }, (_, at) => part('GET', '/limits', `part${at}`)))));

await claim('a batch counts each of its parts', async () => {
  await control('calls', {}, 'DELETE');
  const answer = await connection.requestPost('/composite/batch', {
    batchRequests: [{ method: 'GET', url: 'v60.0/limits' }, { method: 'GET', url: 'v60.0/sobjects/Task/describe' }],
  });
  assert.equal(answer.hasErrors, false);
  assert.deepEqual(answer.results.map((result) => result.statusCode), [200, 200]);
  assert.equal((await control('calls', {}, 'GET')).total, 2);
});

// Insert or update by an external id that is unique.
import { assert, claim, connect, refusedWith } from './sandbox.mjs';

const key = 'SalesInsight_Id__c';
const connection = await connect();
const tasks = connection.sobject('Task');

await claim('the first upsert creates, the second updates the same row', async () => {
  const first = await tasks.upsert({ [key]: 'one', Subject: 'First' }, key);
  assert.deepEqual([first.success, first.created], [true, true]);
  const second = await tasks.upsert({ [key]: 'one', Subject: 'Second' }, key);
  assert.deepEqual([second.id, second.created], [first.id, false]);
  assert.equal((await tasks.retrieve(first.id)).Subject, 'Second');
});

await claim('before v46 an update answers nothing', async () => {
  const old = await connect(undefined, '45.0');
  const answer = await old.sobject('Task').upsert({ [key]: 'one', Subject: 'Third' }, key);
  assert.deepEqual(answer, { success: true, errors: [] });
});

await claim('many at once, created and updated side by side', async () => {
  const results = await tasks.upsert([{ [key]: 'one', Subject: 'Fourth' }, { [key]: 'two', Subject: 'New' }], key);
  assert.deepEqual(results.map((result) => [result.success, result.created]), [[true, false], [true, true]]);
});

await claim('a second create with the same key is DUPLICATE_VALUE and names the row that has it', async () => {
  const { records } = await connection.query(`SELECT Id FROM Task WHERE ${key} = 'two'`);
  await assert.rejects(() => tasks.create({ [key]: 'two', Subject: 'Twin' }), (fault) => {
    assert.equal(fault.errorCode, 'DUPLICATE_VALUE');
    assert.ok(fault.message.includes(records[0].Id.slice(0, 15)), fault.message);
    return true;
  });
});

await claim('a field that is no external id is NOT_FOUND', () =>
  refusedWith('NOT_FOUND', () => tasks.upsert({ Subject: 'x', Priority: 'High' }, 'Subject')));

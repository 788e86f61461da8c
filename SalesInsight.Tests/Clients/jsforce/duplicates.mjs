// An external id an admin forgot to make unique.
import { assert, claim, connect, refusedWith } from './sandbox.mjs';

const key = 'SalesInsight_Id__c';
const connection = await connect();
const tasks = connection.sobject('Task');
const twins = await tasks.create([{ [key]: 'twin', Subject: 'One' }, { [key]: 'twin', Subject: 'Other' }]);

await claim('an external id two rows carry is 300 Multiple Choices', async () => {
  await assert.rejects(() => tasks.upsert({ [key]: 'twin', Subject: 'Which?' }, key), (fault) => {
    assert.equal(fault.errorCode, 'MULTIPLE_CHOICES');
    assert.deepEqual(fault.data.map((path) => path.split('/').pop()), twins.map((twin) => twin.id).sort());
    return true;
  });
});

await claim('the same within a collection is DUPLICATE_EXTERNAL_ID, and its neighbour is written', async () => {
  const results = await tasks.upsert([{ [key]: 'twin', Subject: 'x' }, { [key]: 'single', Subject: 'y' }], key);
  assert.equal(results[0].errors[0].statusCode, 'DUPLICATE_EXTERNAL_ID');
  assert.equal(results[1].success, true);
});

await claim('reading by such an id is 300 too', () => refusedWith(
  'MULTIPLE_CHOICES', () => connection.requestGet(`/sobjects/Task/${key}/twin`)));

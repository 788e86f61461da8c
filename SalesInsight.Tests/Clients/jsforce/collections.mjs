// Many records in one call: 200 written, 2,000 read.
import { assert, claim, connect, control, refusedWith } from './sandbox.mjs';

const connection = await connect();
const tasks = connection.sobject('Task');
const plain = (count) => Array.from({ length: count }, (_, at) => ({ Subject: `Bulk ${at}` }));
const ids = (results) => results.map((result) => result.id);

await claim('create takes 200, and more in turns when asked', async () => {
  await refusedWith('EXCEEDED_MAX_SIZE_REQUEST', () => tasks.create(plain(201)));
  const results = await tasks.create(plain(401), { allowRecursive: true });
  assert.equal(results.length, 401);
  assert.ok(results.every((result) => result.success && result.errors.length === 0));
  assert.equal(new Set(ids(results)).size, 401);
});

await claim('a bad record fails alone, with its code and field', async () => {
  const results = await tasks.create([{ Subject: 'Good' }, { Subject: 'x'.repeat(300) }, { Subject: 'Good too' }]);
  assert.deepEqual(results.map((result) => result.success), [true, false, true]);
  assert.equal(results[1].errors[0].statusCode, 'STRING_TOO_LONG');
  assert.deepEqual(results[1].errors[0].fields, ['Subject']);
});

await claim('all or none rolls the good ones back', async () => {
  const results = await tasks.create([{ Subject: 'Rolled back' }, { NoSuch__c: 1 }], { allOrNone: true });
  assert.deepEqual(results.map((result) => result.errors[0].statusCode),
    ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'INVALID_FIELD']);
  assert.equal(await tasks.count({ Subject: 'Rolled back' }), 0);
});

await claim('update, retrieve and delete many; a row that is not there is null', async () => {
  const made = ids(await tasks.create(plain(3)));
  const changed = await tasks.update(made.map((id) => ({ Id: id, Priority: 'High' })));
  assert.ok(changed.every((result) => result.success));
  const gone = made[1];
  await tasks.destroy(gone);
  const rows = await tasks.retrieve(made, { fields: ['Id', 'Priority'] });
  assert.deepEqual(rows.map((row) => row?.Priority ?? null), ['High', null, 'High']);
  const deleted = await tasks.destroy(made);
  assert.deepEqual(deleted.map((result) => result.errors[0]?.statusCode ?? null), [null, 'ENTITY_IS_DELETED', null]);
});

await claim('a locked row fails alone and may be sent again', async () => {
  const made = ids(await tasks.create(plain(3)));
  await control('rows/lock', { id: made[2], times: 1 });
  const update = () => tasks.update(made.map((id) => ({ Id: id, Status: 'Completed' })));
  assert.deepEqual((await update()).map((result) => result.errors[0]?.statusCode ?? null),
    [null, null, 'UNABLE_TO_LOCK_ROW']);
  assert.ok((await update()).every((result) => result.success));
});

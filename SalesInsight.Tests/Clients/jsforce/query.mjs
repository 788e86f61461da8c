// query and queryAll: builder, pages, refusals.
import { assert, claim, connect, control, refusedWith, rep } from './sandbox.mjs';

await control('seed', { name: 'empty', tasks: 4500, user: rep });
const connection = await connect();
const tasks = connection.sobject('Task');
const everything = 'SELECT Id, Subject FROM Task ORDER BY Id';

await claim('a page is 2,000 rows, queryMore the next, done the last', async () => {
  const sizes = [];
  let page = await connection.query(everything);
  for (;;) {
    assert.equal(page.totalSize, 4500);
    sizes.push(page.records.length);
    if (page.done) break;
    page = await connection.queryMore(page.nextRecordsUrl);
  }
  assert.deepEqual(sizes, [2000, 2000, 500]);
});

await claim('a smaller page may be asked for', async () => {
  const headers = { 'Sforce-Query-Options': 'batchSize=200' };
  assert.equal((await connection.query(everything, { headers })).records.length, 200);
});

await claim('autoFetch follows the pages by itself, as far as maxFetch', async () => {
  const all = await connection.query(everything, { autoFetch: true, maxFetch: 10000 });
  assert.equal(new Set(all.records.map((row) => row.Id)).size, 4500);
  const some = await connection.query(everything, { autoFetch: true, maxFetch: 2100 });
  assert.equal(some.records.length, 2100);
});

await claim('records arrive one by one as events', async () => {
  let seen = 0;
  await new Promise((resolve, reject) => connection.query(everything)
    .on('record', () => seen++).on('end', resolve).on('error', reject)
    .run({ autoFetch: true, maxFetch: 3000 }));
  assert.equal(seen, 3000);
});

await claim('the query builder filters, sorts, limits, skips and counts', async () => {
  await tasks.create([{ Subject: "O'Brien 50%", ActivityDate: '2026-12-24' }, { Subject: 'Zulu', Priority: 'High' }]);
  const found = await tasks.find({ Subject: "O'Brien 50%" }, ['Id', 'Subject', 'ActivityDate']);
  assert.deepEqual(found.map((row) => row.ActivityDate), ['2026-12-24']);
  const sorted = await tasks.find({ Priority: { $in: ['High'] } }, { Subject: 1, Owner: { Name: 1 } })
    .sort({ Subject: -1 }).limit(1);
  assert.deepEqual([sorted[0].Subject, sorted[0].Owner.Name], ['Zulu', 'Mara Visser']);
  assert.equal((await tasks.find({}, 'Id').sort('Id').skip(1999).limit(5)).length, 5);
  assert.equal(await tasks.count({ Subject: { $like: 'Zul%' } }), 1);
  assert.equal((await tasks.findOne({ Subject: 'Zulu' }, ['Subject'])).Subject, 'Zulu');
  assert.equal(await tasks.findOne({ Subject: 'nobody' }, ['Subject']), null);
});

await claim('queryAll sees the recycle bin, query does not', async () => {
  const { id } = await tasks.create({ Subject: 'Binned' });
  await tasks.destroy(id);
  const soql = "SELECT Id, IsDeleted FROM Task WHERE Subject = 'Binned'";
  assert.equal((await connection.query(soql)).totalSize, 0);
  const all = await connection.query(soql, { scanAll: true });
  assert.deepEqual(all.records.map((row) => [row.Id, row.IsDeleted]), [[id, true]]);
});

await claim('a moment read can be asked with', async () => {
  const { records } = await connection.query('SELECT SystemModstamp FROM Task ORDER BY SystemModstamp DESC LIMIT 1');
  const stamp = records[0].SystemModstamp.replace('+0000', 'Z');
  assert.ok((await connection.query(`SELECT Id FROM Task WHERE SystemModstamp >= ${stamp}`)).totalSize > 0);
  assert.equal((await connection.query(`SELECT Id FROM Task WHERE SystemModstamp > ${stamp}`)).totalSize, 0);
});

await claim('what a query finds it updates and deletes', async () => {
  await tasks.create([{ Subject: 'Sweep' }, { Subject: 'Sweep' }]);
  const updated = await tasks.find({ Subject: 'Sweep' }).update({ Status: 'Completed' });
  assert.deepEqual(updated.map((result) => result.success), [true, true]);
  assert.equal((await tasks.find({ Subject: 'Sweep' }).destroy()).length, 2);
});

await claim('a query plan can be read', async () => {
  assert.ok((await tasks.find({ Subject: 'Zulu' }).explain()).plans[0].cardinality >= 1);
});

await claim('bad queries are MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, INVALID_QUERY_LOCATOR', async () => {
  await refusedWith('MALFORMED_QUERY', () => connection.query('SELECT FROM Task'));
  await refusedWith('MALFORMED_QUERY', () => connection.query("SELECT Id FROM Task WHERE Subject = 'open"));
  await refusedWith('INVALID_FIELD', () => connection.query('SELECT NoSuch__c FROM Task'));
  await refusedWith('INVALID_FIELD', () => connection.query("SELECT Id FROM Task WHERE Description = 'x'"));
  await refusedWith('INVALID_TYPE', () => connection.query('SELECT Id FROM NoSuch__c'));
  await refusedWith('INVALID_QUERY_LOCATOR', () => connection.queryMore('01gNOBODY-2000'));
});

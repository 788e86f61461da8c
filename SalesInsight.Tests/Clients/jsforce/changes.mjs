// getUpdated and getDeleted.
import { assert, claim, connect, control, refusedWith } from './sandbox.mjs';

const minutes = (count) => count * 60_000;
const days = (count) => count * 24 * minutes(60);
const connection = await connect();
const tasks = connection.sobject('Task');
const { now } = await control('clock', {}, 'GET');
const at = (offset) => new Date(Date.parse(now) + offset);

const { id: kept } = await tasks.create({ Subject: 'Kept' });
const { id: gone } = await tasks.create({ Subject: 'Gone' });
await tasks.destroy(gone);

await claim('updated names live rows and how far it looked', async () => {
  const answer = await tasks.updated(at(-minutes(10)), at(minutes(10)));
  assert.ok(answer.ids.includes(kept));
  assert.ok(!answer.ids.includes(gone));
  assert.ok(Date.parse(answer.latestDateCovered) <= at(minutes(10)).getTime());
});

await claim('deleted names rows of the bin, when they went and how far back it knows', async () => {
  const answer = await tasks.deleted(at(-minutes(10)), at(minutes(10)));
  assert.deepEqual(answer.deletedRecords.map((row) => row.id), [gone]);
  assert.ok(Date.parse(answer.deletedRecords[0].deletedDate) > 0);
  assert.ok(Date.parse(answer.earliestDateAvailable) < Date.parse(answer.latestDateCovered));
});

await claim('dates may be given as text', async () => {
  const answer = await connection.updated('Task', at(-minutes(10)).toISOString(), at(minutes(10)).toISOString());
  assert.ok(answer.ids.includes(kept));
});

await claim('a window too old, empty or upside down is INVALID_REPLICATION_DATE', async () => {
  await refusedWith('INVALID_REPLICATION_DATE', () => tasks.updated(at(-days(31)), at(0)));
  await refusedWith('INVALID_REPLICATION_DATE', () => tasks.deleted(at(-days(16)), at(0)));
  await refusedWith('INVALID_REPLICATION_DATE', () => tasks.deleted(at(-1000), at(0)));
  await refusedWith('INVALID_REPLICATION_DATE', () => tasks.updated(at(0), at(-minutes(10))));
});

await claim('a log that was purged is INVALID_REPLICATION_DATE', async () => {
  await control('deletelog/purge');
  await refusedWith('INVALID_REPLICATION_DATE', () => tasks.deleted(at(-minutes(10)), at(minutes(10))));
});

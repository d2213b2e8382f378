// SPDX-License-Identifier: Apache-2.0
// Says two answers to the hub with the SDK of CloudEvents, one in binary mode and one in structured mode.
//   node speak.mjs PORT USER PASSWORD PROGRAMME [TOPIC BODY]
// USER is the device. Prints the identifiers that the hub must have. With TOPIC it says BODY there instead.
import { randomUUID } from 'node:crypto';
import { CloudEvent, MQTT } from 'cloudevents';
import mqtt from 'mqtt';

const [port, username, password, programme, other, body] = process.argv.slice(2);
const client = await mqtt.connectAsync({
  host: '127.0.0.1', port: Number(port), username, password, protocolVersion: 5, clean: true, clientId: username,
});
const now = new Date().toISOString();

function answer(sequence) {
  const id = randomUUID();
  return new CloudEvent({
    id,
    source: `/trt/${programme}/${username}`,
    type: 'org.tertulia.feedback.submitted.v1',
    time: now,
    datacontenttype: 'application/json',
    sequence: String(sequence).padStart(16, '0'),
    recordedtime: now,
    epoch: 'foreign-epoch',
    clockquality: 'synced',
    data: {
      submission: id, form: 'foreign', form_hash: 'f00d', room: 'hall', session: '', language: 'en',
      answers: { useful: '5' },
    },
  });
}

if (other) {
  await client.publishAsync(other, body, { qos: 1, retain: true });
  await client.endAsync();
  process.exit(0);
}

const topic = `trt/1/${programme}/${username}/ev/feedback`;
for (const [sequence, mode] of [[1, MQTT.binary], [2, MQTT.structured]]) {
  const event = answer(sequence);
  const message = mode(event);
  const { datacontenttype, ...attributes } = JSON.parse(JSON.stringify(message['User Properties']));
  const properties = { contentType: message.PUBLISH['Content Type'] };
  if (mode === MQTT.binary) properties.userProperties = attributes;
  await client.publishAsync(topic, JSON.stringify(message.payload), { qos: 1, properties });
  console.log(event.id);
}
await client.endAsync();

// SPDX-License-Identifier: Apache-2.0
// Listens to everything on the bus until it is terminated, and holds each message against the AsyncAPI document:
// topic, quality of service, retained or not, expiry, headers, payload. Events are read by the SDK of CloudEvents too.
//   node listen.mjs PORT USER PASSWORD ASYNCAPI
// Prints "listening", and at the end how many of each message came, and each fault; exit code 1 when there is one.
import { Parser, fromFile } from '@asyncapi/parser';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { MQTT } from 'cloudevents';
import mqtt from 'mqtt';

const [port, username, password, file] = process.argv.slice(2);
const { document, diagnostics } = await fromFile(new Parser(), file).parse();
const errors = diagnostics.filter((each) => each.severity === 0);
if (!document) throw new Error(errors.map((each) => each.message).join('\n'));

const ajv = formats(new Ajv({ strict: false, allErrors: true }));

// Readers ignore what they do not know; here every member must be one that the document names.
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = {};
  for (const [key, value] of Object.entries(schema))
    if (!key.startsWith('x-parser') && key !== '$id' && key !== '$schema') copy[key] = closed(value);
  if (copy.properties && copy.additionalProperties === undefined) copy.additionalProperties = false;
  return copy;
}

const level = '[a-z0-9-]{1,32}';
const channels = document.allChannels().all().map((channel) => ({
  id: channel.id(),
  topic: new RegExp('^' + channel.address().replace(/\{[^}]+\}/g, level) + '$'),
  rules: channel.operations().all()[0].bindings().get('mqtt').value(),
  messages: channel.messages().all().map((message) => ({
    id: message.id(),
    name: message.name(),
    payload: ajv.compile(closed(message.payload().json())),
    headers: message.headers() && ajv.compile(closed(message.headers().json())),
  })),
}));

const seen = new Map();
const faults = errors.map((each) => each.message);
const words = (validate) => validate.errors.map((each) => `${each.instancePath} ${each.message}`).join('; ');

function checkEvent(message, payload, packet) {
  const properties = packet.properties.userProperties ?? {};
  const headers = { ...properties, datacontenttype: packet.properties.contentType };
  const event = MQTT.toEvent({ headers, body: payload, PUBLISH: { 'Content Type': headers.datacontenttype } }, true);
  event.validate();
  if (packet.properties.contentType !== 'application/json') return 'the content type is not application/json';
  if (!message.headers({ ...properties })) return 'attributes: ' + words(message.headers);
  return '';
}

function messageOf(channel, topic, packet) {
  const type = packet.properties?.userProperties?.type;
  if (channel.id === 'event') return channel.messages.find((each) => each.name === type);
  if (channel.id === 'command') return channel.messages.find((each) => (each.name === 'announce') === topic.endsWith('/announce'));
  return channel.messages[0];
}

function check(topic, body, packet) {
  const channel = channels.find((each) => each.topic.test(topic));
  if (!channel) return 'no channel has this topic';
  const message = messageOf(channel, topic, packet);
  if (!message) return 'the channel has no such message';
  seen.set(message.id, (seen.get(message.id) ?? 0) + 1);
  const payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  if (!message.payload(payload)) return words(message.payload);
  if (packet.qos !== channel.rules.qos) return `quality of service ${packet.qos}`;
  if (packet.retain !== channel.rules.retain) return packet.retain ? 'is retained' : 'is not retained';
  const expires = message.id === 'healthReported' || ['command', 'response', 'echo'].includes(channel.id) || /^(room|closed)/.test(channel.id);
  if (expires !== packet.properties?.messageExpiryInterval > 0) return expires ? 'has no expiry' : 'has an expiry';
  if (channel.id === 'event') return checkEvent(message, payload, packet);
  if (message.headers && !message.headers({ ...packet.properties?.userProperties })) return words(message.headers);
  return '';
}

const client = mqtt.connect({
  host: '127.0.0.1', port: Number(port), username, password, protocolVersion: 5, clean: true, clientId: username,
});
client.on('message', (topic, body, packet) => {
  let fault;
  try {
    fault = check(topic, body, packet);
  } catch (error) {
    fault = error.message;
  }
  if (fault) faults.push(`${topic}: ${fault}\n  ${body}`);
});
await new Promise((resolve) => client.on('connect', resolve));
// Retain as published: what is retained says so to who is there when it is sent.
await client.subscribeAsync('#', { qos: 1, rap: true });
console.log('listening');

await new Promise((resolve) => process.once('SIGTERM', resolve));
await client.endAsync();
for (const [message, count] of [...seen].sort()) console.log(message, count);
for (const fault of faults) console.log('fault:', fault);
process.exit(faults.length > 0 ? 1 : 0);

// SPDX-License-Identifier: Apache-2.0
// A broker that speaks MQTT 3.1.1 and no 5.0.
//   node old_broker.mjs PORT
// Prints "listening", and each time that somebody is refused.
import net from 'node:net';
import Aedes from 'aedes';

const broker = new Aedes();
broker.on('connectionError', () => console.log('refused'));
net.createServer(broker.handle).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));

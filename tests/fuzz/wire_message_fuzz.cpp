// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/bodies.h"
#include "firmware/wire/enrolment.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/hub_commands.h"
#include "firmware/wire/room_words.h"
#include "firmware/wire/signature.h"
#include "firmware/wire/topics.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_message.h"

// Whatever comes from the bus is decoded or refused; an event that is understood survives its way back.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view text = as_text(data, size);
  (void)wire::decode_ack(text);
  (void)wire::decode_presence(text);
  (void)wire::decode_meta(text);
  (void)wire::decode_hub_state(text);
  for (int value = 0; value < 8; ++value)
    if (const auto word = wire::decode_word(text, static_cast<RoomValue>(value)); word.ok())
      require(wire::decode_word(wire::encode(word.value()), static_cast<RoomValue>(value)).value() ==
              word.value());
  (void)wire::decode_here(text);
  (void)wire::from_structured(text);
  (void)wire::decode_command_reply(text);
  (void)wire::decode_enrolment(text);
  const Message message = message_from(text);
  (void)wire::parse_device_topic(message.topic);
  (void)wire::parse_room_topic("p", message.topic);
  (void)wire::PublicKey().has_signed(message);
  if (const auto command = wire::hub_command_from(message); command.ok()) {
    const HubCommand given = command.value();
    require(wire::hub_command_from(wire::to_message(given, {"p", "d"})).value().action == given.action);
  }
  const auto envelope = wire::from_message(message);
  if (!envelope.ok()) return 0;
  const auto event = wire::to_event(envelope.value());
  if (!event.ok()) return 0;
  const auto again = wire::to_event(wire::to_envelope(event.value(), {}));
  require(again.ok() && again.value() == event.value());
  return 0;
}

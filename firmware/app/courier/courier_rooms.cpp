// SPDX-License-Identifier: Apache-2.0
// What goes to and comes from the rooms. The courier carries it: main decides (see rooms/room_relay.h). It
// stamps what goes out at the last moment, and what comes in at the first.
#include <charconv>
#include <utility>

#include "firmware/app/courier/courier.h"
#include "firmware/wire/room_words.h"

namespace tertulia {
namespace {

constexpr std::uint32_t kEchoExpirySeconds = 30;
constexpr BootTime kRetry = std::chrono::seconds(10);  // of a word that the library did not accept

// So long the broker kept it; none when it came straight through.
std::optional<Milliseconds> time_at_broker(const Message& message, std::uint32_t expiry) {
  const std::uint32_t left = std::min(message.expiry_seconds.value_or(expiry), expiry);
  if (!message.retain && left == expiry) return std::nullopt;
  return std::chrono::seconds(expiry - left);
}

}  // namespace

void Courier::take(const to_courier::SayInRoom& letter) {
  sayings_.insert_or_assign(wire::room_topic(settings_.origin.programme, letter.room, letter.word), letter);
}

// Of no use when it comes late: it is not tried again.
void Courier::take(const to_courier::SayHere& letter) {
  if (!connection_.ready()) return;
  wire::Here here = letter.here;
  here.sent = sent_now(Milliseconds(0));
  Message message;
  message.topic = wire::here_topic(settings_.origin, letter.room);
  message.payload = wire::encode(here);
  message.content_type = "application/json";
  message.expiry_seconds = wire::kHereExpirySeconds;
  message.qos = 0;
  static_cast<void>(publish(message));
}

wire::Sent Courier::sent_now(Milliseconds doubt) const {
  const Now moment = clock_.now();
  return {moment.boot_id, moment.boot, round_trip_.half(), doubt};
}

void Courier::publish_rooms() {
  if (!connection_.ready() || now() < sayings_at_) return;
  for (auto saying = sayings_.begin(); saying != sayings_.end();) {
    const auto& [topic, letter] = *saying;
    Message message = retained_message(topic, wire::encode({letter.word, sent_now(letter.doubt)}));
    message.expiry_seconds = wire::kRoomExpirySeconds;
    const bool is_too_large = packet_size(message) > maximum_packet_;
    if (is_too_large) {
      settings_.log("Cannot publish on " + topic + ": larger than the broker accepts; raise max_packet_size");
      main_.put(to_main::RoomWordTooLarge{maximum_packet_});
    }
    const bool is_done = is_too_large || publish(message);
    if (!is_done) sayings_at_ = now() + kRetry;
    saying = is_done ? sayings_.erase(saying) : std::next(saying);
  }
}

void Courier::publish_echo() {
  const auto due = round_trip_.next_due();
  if (!due || now() < *due || !connection_.ready()) return;
  round_trip_.sent(now());
  Message echo;
  echo.topic = wire::echo_topic(settings_.origin);
  echo.payload = std::to_string(now().count());
  echo.expiry_seconds = kEchoExpirySeconds;
  echo.qos = 0;
  static_cast<void>(publish(echo));
}

void Courier::handle_echo(const Message& message) {
  std::int64_t sent = 0;
  const std::string& text = message.payload;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), sent);
  if (problem == std::errc() && end == text.data() + text.size() && !message.retain)
    round_trip_.heard(BootTime(sent), now());
}

// A word that cannot be read changes nothing: the last good one stays.
void Courier::handle_room(const Message& message) {
  const auto place = wire::parse_room_topic(settings_.origin.programme, message.topic);
  if (!place) return;
  if (!place->value) {
    auto here = wire::decode_here(message.payload);
    if (!here.ok()) return refuse(here.error().message);
    if (!time_at_broker(message, wire::kHereExpirySeconds))
      main_.put(to_main::HeardHereInRoom{place->room,
                                         {place->device, std::move(here).value(), now(), round_trip_.half()},
                                         packet_size(message)});
    return;
  }
  auto decoded = wire::decode_word(message.payload, *place->value);
  if (!decoded.ok()) return refuse(decoded.error().message);
  Heard heard{std::move(decoded.value().word), std::move(decoded.value().sent), now(),
              time_at_broker(message, wire::kRoomExpirySeconds), round_trip_.half()};
  heard.word.device = place->device;
  heard.word.is_closed = place->is_closed;
  main_.put(to_main::HeardInRoom{place->room, std::move(heard), packet_size(message)});
}

// What waits is dropped: main compares with the broker when it is back, and says what is missing.
void Courier::link_rooms(bool up) {
  if (!up) {
    sayings_.clear();
    sayings_at_ = {};
    round_trip_.lost();
  }
  if (std::exchange(rooms_linked_, up) != up) main_.put(to_main::RoomsLinked{up});
}

}  // namespace tertulia

// SPDX-License-Identifier: Apache-2.0
#include "hub/arrival/arrival.h"

#include "firmware/domain/digest.h"
#include "firmware/wire/answers.h"
#include "firmware/wire/content.h"
#include "firmware/wire/topics.h"
#include "hub/arrival/quarantine.h"

namespace tertulia::hub {
namespace {

FeedbackRow feedback_row(const Submission& submission, const wire::Envelope& envelope,
                         const std::string& programme) {
  return {.id = submission.id.text(),
          .programme = programme,
          .room = submission.room,
          .session = submission.session,
          .form = submission.form,
          .form_hash = submission.form_hash,
          .language = submission.language,
          .state = std::string(to_text(submission.state)),
          .answers = wire::answers_to_json(submission.answers),
          .time = envelope.time};
}

// `wire` has already bound the attributes to the topic, as the broker's ACL binds the topic to the device.
bool names_a_row(const wire::Envelope& envelope) {
  return is_epoch(envelope.epoch) && envelope.sequence > 0 && envelope.sequence <= kHighestSequence;
}

// Not every database takes one as text. Inside the answers JSON escapes it.
bool has_nul(const FeedbackRow& row) {
  const auto has = [](const std::string& text) { return text.find('\0') != std::string::npos; };
  return has(row.room) || has(row.session) || has(row.form) || has(row.form_hash) || has(row.language);
}

Result<Arrival> sort_submission(const Submission& submission, wire::Envelope envelope, Position at) {
  FeedbackRow row = feedback_row(submission, envelope, at.origin.programme);
  if (has_nul(row)) return Error{"a name in the answer holds a NUL character"};
  Receipt receipt = wire::receipt_for(envelope);
  return Arrival(
      arrival::Feedback{std::move(at), std::move(row), std::move(receipt), std::move(envelope.data)});
}

Result<Arrival> sort_contact(const SealedContact& contact, const wire::Envelope& envelope, Position at) {
  if (contact.visit.find('\0') != std::string::npos)
    return Error{"the name of the visit holds a NUL character"};
  ContactRow row{contact.id.text(), at.origin.programme, contact.visit,
                 envelope.time.substr(0, kRfc3339DayLength), to_base64(contact.sealed)};
  return Arrival(arrival::Contact{std::move(at), std::move(row), wire::receipt_for(envelope)});
}

Result<Arrival> sort_event(const Message& message, const wire::DeviceTopic& topic) {
  TRY(wire::Letter letter, wire::letter_from(message));
  auto& [envelope, event] = letter;
  if (!names_a_row(envelope)) return Error{"the attributes epoch and sequence do not name a row"};
  Position at{topic.origin, envelope.epoch, envelope.sequence};
  if (const auto* submitted = std::get_if<event::FeedbackSubmitted>(&event))
    return sort_submission(submitted->submission, std::move(envelope), std::move(at));
  if (const auto* sealed = std::get_if<event::ContactSealed>(&event))
    return sort_contact(sealed->contact, envelope, std::move(at));
  const bool names_answers = std::holds_alternative<event::AnswersReleased>(event);
  std::string digest = names_answers ? sha256_hex(envelope.data) : std::string();
  return Arrival(arrival::Fact{std::move(at),
                               {envelope.type, envelope.time, envelope.recorded_time,
                                std::string(to_text(envelope.quality)), envelope.data},
                               std::move(digest)});
}

Result<Arrival> sort_any(const Message& message) {
  const auto topic = wire::parse_device_topic(message.topic);
  if (!topic) return Error{"the topic is not one of trt/1/{programme}/{device}/..."};
  if (topic->branch == "ev") return sort_event(message, *topic);
  if (topic->branch == "state") {
    TRY(const wire::Presence presence, wire::decode_presence(message.payload));
    return Arrival(arrival::State{topic->origin, presence, !message.retain});
  }
  if (topic->branch == "meta") {
    TRY(const wire::Meta meta, wire::decode_meta(message.payload));
    return Arrival(arrival::About{topic->origin, meta});
  }
  return Error{"the hub does not listen to this branch of the topic tree"};
}

}  // namespace

Arrival sort_message(const Message& message) {
  auto sorted = sort_any(message);
  if (!sorted.ok()) return poison_from(message, sorted.error().message);
  return std::move(sorted).value();
}

namespace {

struct OriginOf {
  const wire::Origin* operator()(const arrival::Poison& poison) const {
    return poison.from.device.empty() ? nullptr : &poison.from;
  }
  const wire::Origin* operator()(const arrival::State& state) const { return &state.origin; }
  const wire::Origin* operator()(const arrival::About& about) const { return &about.origin; }
  const wire::Origin* operator()(const arrival::Heard&) const { return nullptr; }
  const wire::Origin* operator()(const arrival::Reconnected&) const { return nullptr; }
  template <class Row>
  const wire::Origin* operator()(const Row& row) const {
    return &row.at.origin;
  }
};

struct WeightOf {
  static constexpr std::size_t kLeast = 512;  // of names, times and the queue itself

  std::size_t operator()(const arrival::Feedback& each) const {
    return kLeast + each.row.answers.size() + each.data.size();
  }
  std::size_t operator()(const arrival::Contact& each) const { return kLeast + each.row.sealed.size(); }
  std::size_t operator()(const arrival::Fact& each) const { return kLeast + each.row.data.size(); }
  std::size_t operator()(const arrival::Poison& each) const {
    return kLeast + each.row.topic.size() + each.row.attributes.size() + each.row.payload.size();
  }
  template <class Small>
  std::size_t operator()(const Small&) const {
    return kLeast;
  }
};

}  // namespace

const wire::Origin* origin_of(const Arrival& arrival) { return std::visit(OriginOf{}, arrival); }

std::size_t weight_of(const Arrival& arrival) { return std::visit(WeightOf{}, arrival); }

const Position* position_of(const Arrival& arrival) {
  if (const auto* feedback = std::get_if<arrival::Feedback>(&arrival)) return &feedback->at;
  if (const auto* contact = std::get_if<arrival::Contact>(&arrival)) return &contact->at;
  if (const auto* fact = std::get_if<arrival::Fact>(&arrival)) return &fact->at;
  if (const auto* poison = std::get_if<arrival::Poison>(&arrival)) return poison->at ? &*poison->at : nullptr;
  return nullptr;
}

}  // namespace tertulia::hub

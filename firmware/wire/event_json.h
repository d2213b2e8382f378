// SPDX-License-Identifier: Apache-2.0
// Converts each alternative of Event to and from its CloudEvents type and the JSON of its data. For the
// sources of this folder.
//
//   type (org.tertulia. ... .v1)  data
//   feedback.submitted            {submission, form, form_hash, room, session, language, answers}
//   session.started               {room, session}
//   session.ended                 {room, session}
//   timer.changed                 {room, session, segment, fact, remaining_ms, offset_ms, revision}
//   content.loaded                {visit, version, threshold?, forms?: [hash]}
//   content.noted                 {room, session, note, kind, text, place, revision, removed?}
//   content.released              {form, session, answers: [submission]}
//   health.reported               {waiting, disk_free_bytes, temperature_celsius?}
//   audit.recorded                {action}
//   gap.made                      {from, to, of, count}
//   contact.sealed                {contact, visit, sealed}
//
// `answers` is an object by question name, see answers.h. The data of feedback and of contacts never
// names a device, an epoch or a sequence number. `sealed` is base64, see firmware/domain/contact.h.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/event.h"
#include "firmware/domain/result.h"
#include "firmware/wire/json.h"

namespace tertulia::wire {

[[nodiscard]] std::string type_of(const Event& event);
[[nodiscard]] Json json_of(const Answers& answers);
// A value that is no answer becomes an error of `read`.
[[nodiscard]] Answers read_answers(const Json& object, Reader& read);
[[nodiscard]] Json data_of(const Event& event);
// Errors: a type that this version does not know; a member that is missing or wrong.
[[nodiscard]] Result<Event> event_of(std::string_view type, const Json& data);

}  // namespace tertulia::wire

// SPDX-License-Identifier: Apache-2.0
// What the status screen shows.
#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/status/pack_problem.h"
#include "firmware/app/status/status.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/catalogue.h"

namespace tertulia {
namespace {

constexpr std::size_t kShownDigits = 8;  // of a hash: two packs are hardly ever alike in them
constexpr std::uint64_t kMegabyte = 1'000'000;
constexpr std::uint64_t kGigabyte = 1'000'000'000;
constexpr std::uint64_t kLittleSpace = 500 * kMegabyte;
constexpr std::uint64_t kNoSpace = 50 * kMegabyte;

struct Context {
  const DeviceState& device_state;
  const RoleSettings& settings;
  const Catalogue& words;
  const Now& now;
};

std::string size_text(const Catalogue& words, std::uint64_t bytes) {
  const bool is_large = bytes >= 10 * kGigabyte;
  const std::uint64_t unit = is_large ? kGigabyte : kMegabyte;
  // translators: gigabytes (10^9 bytes)
  return fill(is_large ? words.text("{number} GB")
                       // translators: megabytes (10^6 bytes)
                       : words.text("{number} MB"),
              {{"number", std::to_string(bytes / unit)}});
}

StatusSum sum_of(const Context& context) {
  const Catalogue& words = context.words;
  StatusSum sum;
  if (!context.device_state.dirty_screens.empty())
    // translators: on the status screen: water or a bag touches the panel, and is taken for a finger
    sum.remarks.push_back(
        {words.text("Something lies on the glass of a screen. Take it away and wipe the glass dry."),
         Tone::kAmber});
  for (const std::string& form : missing_forms(context.device_state, context.settings)) {
    // translators: on the status screen: the settings of the screen name a questionnaire that there is not
    const auto& say = words.text("“{name}” is no questionnaire of this visit: see “forms” in tertulia.toml.");
    sum.remarks.push_back({fill(say, {{"name", form}}), Tone::kAmber});
  }
  // translators: above or below a number: answers that people have handed in on this device
  sum.submitted.label = words.text("Submitted");
  // translators: above or below a number: answers that the hub has confirmed
  sum.received.label = words.text("Received by the hub");
  // translators: above or below a number: answers that are still on this device
  sum.waiting.label = words.text("Waiting here");
  if (!context.device_state.inventory) return sum;
  const StoreInventory& inventory = *context.device_state.inventory;
  sum.submitted.number = std::to_string(inventory.submitted);
  sum.received.number = std::to_string(inventory.receipted);
  sum.waiting.number = std::to_string(inventory.waiting);
  if (inventory.submitted != inventory.receipted + inventory.waiting)
    sum.remarks.push_back(
        {words.text("These numbers do not add up. Keep this device as it is and tell the programme team."),
         Tone::kRed});
  if (inventory.contacts > 0) {
    const std::string waiting = words.text(
        // translators: {count} visitors have left a contact that the hub does not have yet
        "Contacts waiting here: {count}. They are sent when more people have answered, or tomorrow.");
    sum.remarks.push_back({fill(waiting, {{"count", std::to_string(inventory.contacts)}}), Tone::kCalm});
  }
  if (!inventory.contact_problem.empty())
    sum.remarks.push_back(
        // translators: on the status screen; {problem} is a sentence in English that says what helps
        {fill(words.text("Contacts that visitors left cannot be read: {problem}"),
              {{"problem", isolated(inventory.contact_problem)}}),
         Tone::kRed});
  for (const auto& [reason, count] : inventory.parked)
    // translators: {count} messages that the broker does not take; {reason} is a sentence that says why
    sum.remarks.push_back({fill(words.text("Held back ({count}): {reason}."),
                                {{"count", std::to_string(count)}, {"reason", words.text(reason)}}),
                           Tone::kAmber});
  return sum;
}

StatusSlip slip_of(const Context& context) {
  const Catalogue& words = context.words;
  StatusSlip slip;
  // translators: the account of a room at the end of the day: how many answers, and words to compare
  slip.title = joined(words.text("Closing slip"),
                      room_name(context.device_state.pack.visit, context.settings.room, words.language()));
  if (!context.device_state.inventory) return slip;
  const ClosingSlip* found = nullptr;
  for (const ClosingSlip& each : context.device_state.inventory->slips)
    if (each.room == context.settings.room) found = &each;
  if (!found || found->submitted == 0) {
    slip.remark = words.text("No answers yet.");
  } else if (found->unknown > 0) {
    slip.remark =
        words.text("The words cannot be compared: the device no longer has every answer to add up.");
  } else {
    // translators: {count} answers; a label of six English words that the hub must show for this room too
    const std::string now = words.text("At the hub now ({count})");
    // translators: {count} answers; a label of six English words that the hub must show for this room too
    const std::string then = words.text("When all has arrived ({count})");
    if (found->receipted > 0)
      slip.lines.push_back(
          {fill(now, {{"count", std::to_string(found->receipted)}}), found->receipted_sum.words()});
    if (found->waiting() > 0)
      slip.lines.push_back(
          {fill(then, {{"count", std::to_string(found->submitted)}}), found->submitted_sum.words()});
  }
  return slip;
}

StatusFact link_fact(const Context& context) {
  const DeviceState& device = context.device_state;
  const LinkWords link = link_words(context.words, {device.link, device.problem, device.tls},
                                    context.now.quality, device.pack.visit.zone);
  // translators: label: how the device stands with the hub
  return {context.words.text("Connection"), link.state, link.cure, link.tone};
}

// "±5 s": how wrong a clock may be that has had no network for long. Nothing below a second.
std::string error_text(Milliseconds error) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(error).count();
  return seconds < 1 ? std::string() : "\u2066\u00B1" + std::to_string(seconds) + "\u00A0s\u2069";
}

StatusFact clock_fact(const Context& context) {
  const Catalogue& words = context.words;
  // translators: label: date and time of the device, and whether they can be trusted
  StatusFact fact{words.text("Clock"), dated_text(context.now.wall, context.device_state.pack.visit.zone), "",
                  Tone::kCalm};
  switch (context.now.quality) {
    case ClockQuality::kSynced:
    case ClockQuality::kRebased:
      fact.detail = joined(words.text("Set by the network"), error_text(context.now.error));
      break;
    case ClockQuality::kRtc:
      fact.detail = words.text("Kept by its own battery");
      break;
    case ClockQuality::kOperator:
      fact.detail = joined(words.text("Set by hand"), error_text(context.now.error));
      break;
    case ClockQuality::kUnsynced:
      fact.detail = words.text("Nobody has set it: times may be wrong.");
      fact.tone = Tone::kAmber;
      break;
  }
  return fact;
}

StatusFact storage_fact(const Context& context) {
  const Catalogue& words = context.words;
  // translators: label: the memory card or disk of the device
  StatusFact fact{words.text("Storage"), "", "", Tone::kCalm};
  if (const auto& health = context.device_state.health) {
    const std::uint64_t left = health->disk_free_bytes;
    // translators: {size} is the space that is left on the disk, as in "12 GB free"
    fact.value = fill(words.text("{size} free"), {{"size", size_text(words, left)}});
    if (left < kLittleSpace) fact.tone = left < kNoSpace ? Tone::kRed : Tone::kAmber;
  }
  if (const auto& inventory = context.device_state.inventory) {
    const std::string size = size_text(words, inventory->bytes + kMegabyte - 1);  // never 0 MB
    // translators: {size} is that of the file with all answers
    fact.detail = fill(words.text("Database {size}"), {{"size", size}});
  }
  if (fact.tone != Tone::kCalm)
    fact.detail = words.text("Almost full: make room, before answers can no longer be taken.");
  if (!context.device_state.store_problem.empty()) {
    fact.value = words.text("Storage problem");
    fact.detail = isolated(context.device_state.store_problem);
    fact.tone = Tone::kRed;
  }
  return fact;
}

StatusFact versions_fact(const Context& context) {
  const Catalogue& words = context.words;
  // translators: label: of the program and of the visit's files
  StatusFact fact{words.text("Versions"),
                  // translators: {version} is that of the program: “Program 0.4.0”
                  fill(words.text("Program {version}"), {{"version", context.device_state.version}}),
                  // translators: {version} stands for the files of the visit, as in “Visit pack 3f9a02c1”
                  fill(words.text("Visit pack {version}"),
                       {{"version", context.device_state.pack.version.substr(0, kShownDigits)}}),
                  Tone::kCalm};
  if (context.device_state.update)
    // translators: on the status screen: somebody has to touch a button there
    fact.detail = words.text("A new visit pack waits until the moderator’s desk takes it.");
  if (const std::string problem = pack_problem_text(context.device_state, words); !problem.empty()) {
    fact.detail = problem;
    fact.tone = Tone::kAmber;
  }
  return fact;
}

StatusFact last_error_fact(const Context& context) {
  const Catalogue& words = context.words;
  const auto& last_error = context.device_state.last_error;
  // translators: label: the last thing that went wrong, and when
  StatusFact fact{words.text("Last error"), words.text("None since the start"), "", Tone::kCalm};
  if (!last_error) return fact;
  fact.value = dated_text(last_error->when, context.device_state.pack.visit.zone);
  const std::string what = last_error->link_status
                               ? link_words(words, *last_error->link_status, context.now.quality,
                                            context.device_state.pack.visit.zone)
                                     .state
                           : last_error->names_its_subject ? std::string{}
                                                           : words.text("Storage problem");
  fact.detail = joined(what, last_error->detail);
  fact.tone = Tone::kMuted;
  return fact;
}

std::optional<EnrolmentCard> enrolment_of(const Context& context) {
  const auto& enrolment = context.device_state.enrolment;
  if (!enrolment) return std::nullopt;
  const Catalogue& words = context.words;
  return EnrolmentCard{words.text("Enrol this device"),
                       words.text("At the hub, read this picture with a camera and type the code."),
                       enrolment->request,
                       // translators: label: letters that two people compare
                       joined(words.text("Code"), enrolment->asks), enrolment->code};
}

}  // namespace

StatusView status_view(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const Context context{device_state, settings, words, now};
  StatusView view;
  view.tongue = tongue_of(words.language());
  view.title = words.text("Status of this device");
  view.device = device_state.device;
  // translators: a button: leave the status screen
  view.close = words.text("Close");
  // A pack that cannot be used says neither the days of the visit nor its zone.
  const bool knows_visit = !device_state.pack_problem || !device_state.pack_problem->shows_nothing;
  if (may_be_set_by_hand(now.quality) && knows_visit) view.set_clock = words.text("Set the clock");
  view.sum = sum_of(context);
  view.slip = slip_of(context);
  view.facts = {link_fact(context), clock_fact(context), storage_fact(context), versions_fact(context),
                last_error_fact(context)};
  view.enrolment = enrolment_of(context);
  return view;
}

}  // namespace tertulia

// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/proposal.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/app/desk/strip.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

ReflowCase case_of(const RoomNow& room, const Now& now) {
  return {room.session->rundown, room.timer->segment, segment_end(*room.session, *room.timer, now),
          room.session->end};
}

// What a person chose, else what is proposed, for each part.
std::vector<Milliseconds> lengths_of(const Reflow& proposal, const Rundown& rundown,
                                     const std::map<std::string, Milliseconds>& chosen) {
  std::vector<Milliseconds> lengths;
  for (const ReflowPart& part : proposal.parts) {
    const auto found = chosen.find(rundown.segments[part.segment].id);
    lengths.push_back(found == chosen.end() ? part.length : found->second);
  }
  return lengths;
}

std::uint64_t minutes_of(Milliseconds time) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, std::chrono::ceil<Minutes>(time).count()));
}

struct Words {
  const DeviceState& device_state;
  const Catalogue& words;
  const Session& session;

  [[nodiscard]] std::string title(std::size_t segment) const {
    return session.rundown.segments[segment].title.in(words.language(),
                                                      device_state.pack.visit.default_language());
  }
  [[nodiscard]] std::string clock(WallTime time) const {
    return clock_text(time, device_state.pack.visit.zone);
  }
  [[nodiscard]] std::string minutes(Milliseconds time) const {
    const std::uint64_t count = minutes_of(time);
    return fill(words.plural("{count} min", "{count} min", count), {{"count", std::to_string(count)}});
  }
};

std::string part_text(const Words& say, const ReflowPart& part) {
  if (part.length <= Milliseconds(0) &&
      say.session.rundown.segments[part.segment].policy != ReflowPolicy::kBuffer)
    // translators: in a list of what changes in the plan: this part of the session is left out
    return fill(say.words.text("without {title}"), {{"title", say.title(part.segment)}});
  // The sign is part of the value: so it stays before its number in right-to-left languages too.
  const bool is_shorter = part.given() > Milliseconds(0);
  const std::string count = std::to_string(minutes_of(is_shorter ? part.given() : -part.given()));
  // translators: in a list of what changes in the plan: this part gets so many minutes shorter or longer;
  // {change} is a number with its sign, “–4”
  return fill(say.words.text("{title} {change}"),
              {{"title", say.title(part.segment)}, {"change", (is_shorter ? "–" : "+") + count}});
}

// What does not move.
std::string hold_text(const Words& say, const Reflow& proposal) {
  if (!proposal.pinned)
    // translators: in a list of what changes in the plan: the whole session still ends at this time
    return fill(say.words.text("the end holds at {time}"), {{"time", say.clock(proposal.holds_at)}});
  // translators: in a list of what changes in the plan: this part still begins at this time
  return fill(say.words.text("{title} holds at {time}"),
              {{"title", say.title(*proposal.pinned)}, {"time", say.clock(proposal.holds_at)}});
}

ProposalRow row_of(const Words& say, const ReflowPart& part, const Reflow& proposal, bool chooses) {
  ProposalRow row;
  row.segment = say.session.rundown.segments[part.segment].id;
  row.title = say.title(part.segment);
  if (part.segment == proposal.pinned) {
    row.planned = say.clock(proposal.holds_at);
    // translators: this part of the session does not move
    row.proposed = say.words.in_context("part of a session", "fixed");
    return row;
  }
  row.planned = say.minutes(part.planned);
  row.changes = part.given() != Milliseconds(0);
  row.can_change = chooses;
  const bool is_out = part.length <= Milliseconds(0) &&
                      say.session.rundown.segments[part.segment].policy == ReflowPolicy::kDroppable;
  // translators: this part of the session is left out today
  if (is_out) row.proposed = say.words.in_context("part of a session", "left out");
  // translators: this part of the session keeps its length
  else if (!row.changes && !chooses)
    row.proposed = say.words.in_context("part of a session", "stays");
  else
    row.proposed = say.minutes(part.length);
  return row;
}

void write_note(ProposalView& view, const Words& say, const Reflow& proposal) {
  const std::string undo = say.words.text("Everything changes back with one touch for 10 seconds.");
  if (proposal.missing > Milliseconds(0)) {
    const std::uint64_t count = minutes_of(proposal.missing);
    view.tone = Tone::kAmber;
    const auto& words = say.words;
    // translators: shorter parts are not enough; so many minutes of the delay remain
    view.note = words.plural("{count} min are still missing.", "{count} min are still missing.", count);
    view.note = fill(view.note, {{"count", std::to_string(count)}});
    return;
  }
  view.note = undo;
  if (!proposal.pinned) return;
  // translators: {title} is a part of the session, such as “Coffee”
  const std::string holds = say.words.text("{title} does not move.");
  view.note = fill(holds, {{"title", say.title(*proposal.pinned)}}) + " " + undo;
}

}  // namespace

std::optional<Reflow> proposal_of(const Moderator& state, const DeviceState& device_state,
                                  const RoleSettings& settings, const Now& now) {
  const RoomNow room = room_now(device_state, settings.room, now);
  const bool runs = room.segment() && room.timer->started && !room.timer->removed;
  if (!runs || !is_good(now.quality)) return std::nullopt;
  const ReflowCase late = case_of(room, now);
  Reflow proposal = reflow(late);
  if (proposal.late < Minutes(1) || !proposal.proposes()) return std::nullopt;
  if (state.chosen)
    proposal = with_lengths(late, proposal, lengths_of(proposal, room.session->rundown, *state.chosen));
  return proposal;
}

std::string proposal_text(const Reflow& proposal, const DeviceState& device_state,
                          const RoleSettings& settings, const Now& now) {
  const RoomNow room = room_now(device_state, settings.room, now);
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const Words say{device_state, words, *room.session};
  std::vector<std::string> parts;
  for (const ReflowPart& part : proposal.parts)
    if (part.given() != Milliseconds(0)) parts.push_back(part_text(say, part));
  if (proposal.missing > Milliseconds(0)) {
    const std::uint64_t count = minutes_of(proposal.missing);
    // translators: in a list of what changes in the plan: so many minutes of the delay remain
    parts.push_back(fill(words.plural("{count} min missing", "{count} min missing", count),
                         {{"count", std::to_string(count)}}));
  }
  parts.push_back(hold_text(say, proposal));
  const auto late = static_cast<std::uint64_t>(std::chrono::duration_cast<Minutes>(proposal.late).count());
  // translators: how late a session runs, before a list of what could change: “+7 min. Discussion –4, ...”;
  // {delay} is a number with its sign, “+7”
  return fill(words.plural("{delay} min.", "{delay} min.", late), {{"delay", "+" + std::to_string(late)}}) +
         " " + list_text(words, parts, Conjunction::kNone);
}

std::optional<ProposalView> proposal_view(const Moderator& state, const DeviceState& device_state,
                                          const RoleSettings& settings, const Now& now) {
  const auto proposal = proposal_of(state, device_state, settings, now);
  if (!proposal) return std::nullopt;
  const RoomNow room = room_now(device_state, settings.room, now);
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const Words say{device_state, words, *room.session};
  ProposalView view;
  view.tongue = tongue_of(words.language());
  view.strip = desk_strip(device_state, settings, words.text("Moderator"), now);
  if (auto chip = offset_chip(words, *room.timer, *room.session, now)) view.strip.status = {std::move(*chip)};
  const auto late = static_cast<std::uint64_t>(std::chrono::duration_cast<Minutes>(proposal->late).count());
  // translators: the session runs late; the question is whether it shall end at the planned time {time}
  view.headline = fill(words.plural("You are {count} minute behind. End at {time} all the same?",
                                    "You are {count} minutes behind. End at {time} all the same?", late),
                       {{"count", std::to_string(late)}, {"time", say.clock(proposal->holds_at)}});
  for (const ReflowPart& part : proposal->parts)
    view.rows.push_back(row_of(say, part, *proposal, state.chosen.has_value()));
  write_note(view, say, *proposal);
  view.controls.push_back({Control::kClose, words.in_context("desk", "Close")});
  if (proposal->ends_later_at > proposal->holds_at) {
    // translators: a button: the session ends at {time} instead, and nothing gets shorter
    const std::string later = words.text("End later: {time}");
    view.controls.push_back(
        {Control::kEndLater, fill(later, {{"time", say.clock(proposal->ends_later_at)}})});
  }
  if (!view.rows.empty() && !state.chosen)
    // translators: a button: I choose how long each part shall be
    view.controls.push_back({Control::kChoose, words.text("Let me choose")});
  // translators: a button: carry out the proposal
  view.controls.push_back({Control::kAccept, words.text("Do that")});
  return view;
}

Moderator choose_length(Moderator state, const DeviceState& device_state, const RoleSettings& settings,
                        const intent::ChangeLength& change, const Now& now) {
  const auto proposal = proposal_of(state, device_state, settings, now);
  if (!proposal || !state.chosen) return state;
  const RoomNow room = room_now(device_state, settings.room, now);
  for (const ReflowPart& part : proposal->parts) {
    if (room.session->rundown.segments[part.segment].id != change.segment) continue;
    (*state.chosen)[change.segment] = std::max(Milliseconds(0), part.length + Minutes(change.minutes));
  }
  return state;
}

}  // namespace tertulia

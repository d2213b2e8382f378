// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/room_state.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<RoomValue, 9> kRoomValues = {{{RoomValue::kTimer, "timer"},
                                              {RoomValue::kPlan, "plan"},
                                              {RoomValue::kShown, "shown"},
                                              {RoomValue::kBalance, "balance"},
                                              {RoomValue::kVerdicts, "floor-state"},
                                              {RoomValue::kNext, "next"},
                                              {RoomValue::kFloor, "floor"},
                                              {RoomValue::kNotes, "notes"},
                                              {RoomValue::kResults, "results"}}};

// Where a word stands. One overload per value: a new one without a place does not compile.
constexpr auto place_of(const Register<PublicTimer>& /*of*/) { return &RoomWords::timer; }
constexpr auto place_of(const Register<Plan>& /*of*/) { return &RoomWords::plan; }
constexpr auto place_of(const Register<ShownNow>& /*of*/) { return &RoomWords::shown; }
constexpr auto place_of(const Register<Balance>& /*of*/) { return &RoomWords::balance; }
constexpr auto place_of(const Register<Verdicts>& /*of*/) { return &RoomWords::verdicts; }
constexpr auto place_of(const Register<NextSession>& /*of*/) { return &RoomWords::next; }
constexpr auto place_of(const Register<FloorShare>& /*of*/) { return &RoomWords::floor; }
constexpr auto place_of(const Register<NoteShare>& /*of*/) { return &RoomWords::notes; }
constexpr auto place_of(const Register<ResultsShare>& /*of*/) { return &RoomWords::results; }

template <class T>
Register<T>& in_place(Register<T>& word, const std::string& /*device*/) {
  return word;
}
template <class T>
Register<T>& in_place(Shares<T>& shares, const std::string& device) {
  return shares[device];
}
template <class T>
Register<T> held_in(const Register<T>& word, const std::string& /*device*/) {
  return word;
}
template <class T>
Register<T> held_in(const Shares<T>& shares, const std::string& device) {
  const auto found = shares.find(device);
  return found == shares.end() ? Register<T>{} : found->second;
}

template <class T>
Register<T>& slot(RoomWords& words, const Register<T>& word, const std::string& device) {
  return in_place(words.*place_of(word), device);
}

// A closed word without a session was erased, see erase_closed().
template <class T>
const Register<T>& newer(const Register<T>& open, const Register<T>& closed) {
  return !closed.session.empty() && open.rank < closed.rank ? closed : open;
}

template <class T>
Merge merge_at(Register<T>& held, const Register<T>& heard) {
  return merge(held, heard);
}
Merge merge_at(Register<FloorShare>& held, const Register<FloorShare>& heard) {
  return merge_share(held, heard);
}
Merge merge_at(Register<NoteShare>& held, const Register<NoteShare>& heard) {
  return merge_share(held, heard);
}

// Whether a value outlives its session, on purpose.
template <class T>
bool is_kept(const T& /*value*/) {
  return false;
}
bool is_kept(const Balance& balance) { return balance.kept; }

// What is left of a value when the closed session `slug` is erased. Of shares marks stay, so that no old copy
// brings a text back, and what belongs to another session.
template <class T>
T erased(const Register<T>& word, const std::string& slug, const std::string& /*device*/) {
  return word.session == slug ? T{} : word.value;
}
template <>
FloorShare erased(const Register<FloorShare>& word, const std::string& slug, const std::string& /*device*/) {
  FloorShare left = word.value;
  for (auto& [id, question] : left.questions)
    if (question.session.text() == slug) question.removed = true;
  return united(left, {});
}
template <>
NoteShare erased(const Register<NoteShare>& word, const std::string& slug, const std::string& device) {
  NoteShare left = word.value;
  for (auto& [id, note] : left.notes) {
    if (note.value.session.text() != slug) continue;
    RoomNote gone;
    gone.removed = true;
    note = say(note, gone, device, "");
  }
  return left;
}

// Shares of open and of closed sessions side by side. A device may have both.
template <class T>
Shares<T> both(const Shares<T>& open, const Shares<T>& closed) {
  Shares<T> all = open;
  for (const auto& [device, share] : closed) all.emplace(device + "/closed", share);
  return all;
}

void add_words(std::vector<RoomWord>& all, const RoomWords& words, bool is_closed) {
  const auto add = [&](const auto& word, const std::string& device) {
    if (!word.is_empty()) all.push_back({word, device, is_closed});
  };
  add(words.timer, {});
  add(words.plan, {});
  add(words.shown, {});
  add(words.balance, {});
  add(words.verdicts, {});
  add(words.next, {});
  for (const auto& [device, share] : words.floor) add(share, device);
  for (const auto& [device, share] : words.notes) add(share, device);
  for (const auto& [device, share] : words.results) add(share, device);
}

// A word that stands still needs no guess: it stays what somebody said.
template <class T>
void restore_word(Register<T>& /*word*/, const Now& /*now*/) {}

void restore_word(Register<PublicTimer>& word, const Now& now) {
  const Timer& stored = word.value.timer();
  if (stored.boot_id == now.boot_id) return;
  if (is_running(word.value)) word.rank.kind = WordKind::kRestored;
  word.value = PublicTimer::received(restore(stored, now));
}

void restore_word(Register<ShownNow>& word, const Now& now) {
  ShownNow own = restored(word.value, now);
  if (own == word.value) return;
  word.rank.kind = WordKind::kRestored;
  word.value = std::move(own);
}

void restore_word(Register<Balance>& word, const Now& now) {
  Balance& balance = word.value;
  if (balance.floor.empty() || balance.since.boot_id == now.boot_id) return;
  word.rank.kind = WordKind::kRestored;
  balance.floor.clear();
  balance.since = {};
}

bool is_closed(const PublicSession* session) { return session && !session->open(); }
std::string slug_of(const PublicSession* session) { return session ? session->slug().text() : std::string(); }

template <class T>
RoomWord said(const Register<T>& held, T value, const std::string& device, const PublicSession* session) {
  return {say(held, std::move(value), device, slug_of(session)), {}, is_closed(session)};
}

template <class T>
RoomWord said_share(const Shares<T>& open, const Shares<T>& closed, T share, const std::string& device,
                    const PublicSession* session) {
  const Shares<T>& shares = is_closed(session) ? closed : open;
  const Register<T> held = held_in(shares, device);
  // An open share belongs to the room: what is in it names its own session.
  const std::string slug = is_closed(session) ? slug_of(session) : std::string();
  return {say(held, std::move(share), device, slug), device, is_closed(session)};
}

}  // namespace

BootTime anchor_of(const PublicTimer& timer) { return timer.timer().boot; }
bool is_running(const PublicTimer& timer) { return counts(timer.timer().phase); }
PublicTimer reanchored(const PublicTimer& timer, const Transit& transit, const Now& now) {
  return PublicTimer::received(reanchor(timer.timer(), age_of(timer.timer().boot, transit), now));
}

std::string_view to_text(RoomValue value) { return name_of(kRoomValues, value); }
Result<RoomValue> room_value_from(std::string_view text) { return value_of(kRoomValues, text, "room value"); }

const Rank& RoomWord::rank() const {
  return std::visit([](const auto& each) -> const Rank& { return each.rank; }, word);
}
const std::string& RoomWord::session() const {
  return std::visit([](const auto& each) -> const std::string& { return each.session; }, word);
}

bool RoomWord::is_running() const {
  return std::visit([](const auto& each) { return tertulia::is_running(each.value); }, word);
}

const Register<PublicTimer>& RoomState::timer() const { return newer(open.timer, closed.timer); }
const Register<Plan>& RoomState::plan() const { return newer(open.plan, closed.plan); }
const Register<ShownNow>& RoomState::shown() const { return newer(open.shown, closed.shown); }
const Register<Balance>& RoomState::balance() const { return newer(open.balance, closed.balance); }
const Register<Verdicts>& RoomState::verdicts() const { return newer(open.verdicts, closed.verdicts); }
const Register<NextSession>& RoomState::next() const { return newer(open.next, closed.next); }
std::vector<FloorItem> RoomState::floor(std::string_view session) const {
  return floor_list(both(open.floor, closed.floor), verdicts().value, session);
}
std::vector<NoteItem> RoomState::notes(std::string_view session) const {
  return note_list(both(open.notes, closed.notes), session);
}

Merge merge(RoomState& state, const RoomWord& word) {
  RoomWords& words = word.is_closed ? state.closed : state.open;
  return std::visit([&](const auto& each) { return merge_at(slot(words, each, word.device), each); },
                    word.word);
}

RoomWord reanchored(const RoomWord& word, const Transit& transit, const Now& now) {
  RoomWord own = word;
  std::visit([&](auto& each) { each.value = reanchored(each.value, transit, now); }, own.word);
  return own;
}

RoomWord restored(const RoomWord& stored, const Now& now) {
  RoomWord own = stored;
  std::visit([&](auto& each) { restore_word(each, now); }, own.word);
  return own;
}

std::vector<RoomWord> words_of(const RoomState& state) {
  std::vector<RoomWord> all;
  add_words(all, state.open, false);
  add_words(all, state.closed, true);
  return all;
}

void put(RoomState& state, const RoomWord& word) {
  RoomWords& words = word.is_closed ? state.closed : state.open;
  std::visit([&](const auto& each) { slot(words, each, word.device) = each; }, word.word);
}

RoomWord held(const RoomState& state, const RoomWord& word) {
  const RoomWords& words = word.is_closed ? state.closed : state.open;
  return std::visit(
      [&](const auto& each) {
        return RoomWord{held_in(words.*place_of(each), word.device), word.device, word.is_closed};
      },
      word.word);
}

RoomWord say_timer(const RoomState& state, PublicTimer timer, const std::string& device) {
  const std::string session = timer.timer().session;
  return {say(state.timer(), std::move(timer), device, session), {}, false};
}
RoomWord say(const RoomState& state, Plan plan, const std::string& device) {
  return said(state.plan(), std::move(plan), device, nullptr);
}
RoomWord say(const RoomState& state, ShownNow shown, const std::string& device,
             const PublicSession* session) {
  return said(state.shown(), std::move(shown), device, session);
}
RoomWord say(const RoomState& state, Balance balance, const std::string& device,
             const PublicSession* session) {
  return said(state.balance(), std::move(balance), device, session);
}
RoomWord say(const RoomState& state, Verdicts verdicts, const std::string& device,
             const PublicSession* session) {
  return said(state.verdicts(), std::move(verdicts), device, session);
}
RoomWord say(const RoomState& state, NextSession next, const std::string& device) {
  return said(state.next(), std::move(next), device, nullptr);
}
RoomWord say(const RoomState& state, FloorShare share, const std::string& device,
             const PublicSession* session) {
  return said_share(state.open.floor, state.closed.floor, std::move(share), device, session);
}
RoomWord say(const RoomState& state, NoteShare share, const std::string& device,
             const PublicSession* session) {
  return said_share(state.open.notes, state.closed.notes, std::move(share), device, session);
}

RoomWord say(const RoomState& state, ResultsShare share, const std::string& device) {
  return {say(held_in(state.open.results, device), std::move(share), device, ""), device, false};
}

RoomWord say_note(const RoomState& state, const std::string& id, const RoomNote& note,
                  const std::string& device, const PublicSession* session) {
  const Shares<NoteShare>& shares = is_closed(session) ? state.closed.notes : state.open.notes;
  return say(state, with_note(shares, device, id, note), device, session);
}

RoomWord reunited(const RoomWord& own, const RoomWord& heard) {
  if (const auto* floor = std::get_if<Register<FloorShare>>(&own.word))
    return {reunited(*floor, std::get<Register<FloorShare>>(heard.word)), own.device, own.is_closed};
  if (const auto* notes = std::get_if<Register<NoteShare>>(&own.word))
    return {reunited(*notes, std::get<Register<NoteShare>>(heard.word)), own.device, own.is_closed};
  return own;
}

std::set<std::string> closed_sessions(const RoomState& state) {
  std::set<std::string> slugs;
  std::vector<RoomWord> words;
  add_words(words, state.closed, true);
  for (const RoomWord& word : words) {
    const auto* balance = std::get_if<Register<Balance>>(&word.word);
    if (word.device.empty() && !(balance && balance->value.kept)) slugs.insert(word.session());
  }
  for (const auto& [device, share] : state.closed.floor)
    for (const auto& [id, question] : share.value.questions)
      if (!question.removed) slugs.insert(question.session.text());
  for (const auto& [device, share] : state.closed.notes)
    for (const auto& [id, note] : share.value.notes)
      if (!note.value.removed) slugs.insert(note.value.session.text());
  slugs.erase("");
  return slugs;
}

std::vector<RoomWord> erase_closed(const RoomState& state, const std::string& slug, const std::string& device,
                                   Erases erases) {
  std::vector<RoomWord> said_now;
  NoteShare leaving;
  std::vector<RoomWord> words;
  add_words(words, state.closed, true);
  for (const RoomWord& word : words) {
    if (erases == Erases::kOwnShares && word.device != device) continue;
    std::visit(
        [&](const auto& each) {
          auto left = erased(each, slug, device);
          const bool is_share = !word.device.empty();
          if (is_share ? left == each.value : each.session != slug || is_kept(each.value)) return;
          // A share has one author, its owner: another device that erases it speaks for that one.
          const std::string& author = is_share ? word.device : device;
          said_now.push_back({say(each, std::move(left), author, ""), word.device, true});
        },
        word.word);
    if (const auto* notes = std::get_if<Register<NoteShare>>(&word.word))
      for (auto& [id, note] : shareable(notes->value).notes)
        if (note.value.session.text() == slug) merge(leaving.notes[id], note);
  }
  // Above the mark that erases the note inside.
  for (auto& [id, note] : leaving.notes) note.rank = after(after(note.rank, device), device);
  if (leaving.notes.empty()) return said_now;
  const auto own = state.open.notes.find(device);
  const NoteShare before = own == state.open.notes.end() ? NoteShare{} : own->second.value;
  said_now.push_back(say(state, united(before, leaving), device, nullptr));
  return said_now;
}

}  // namespace tertulia

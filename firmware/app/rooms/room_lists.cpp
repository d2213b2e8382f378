// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/rooms/room_lists.h"

#include <algorithm>
#include <utility>

#include "firmware/wire/room_words.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostItems = 256;  // of one list or object that a reader takes

std::size_t most_items(const FloorShare& share) {
  return std::max(share.questions.size(), share.supports.size());
}
std::size_t most_items(const NoteShare& share) { return share.notes.size(); }
std::size_t most_items(const Verdicts& verdicts) {
  return std::max(verdicts.of.size(), verdicts.order.size());
}
std::size_t most_items(const Plan& plan) { return plan.changes.size(); }
std::size_t most_items(const Balance& balance) { return balance.spoken.size(); }
template <class T>
std::size_t most_items(const T& /*value*/) {
  return 0;
}

// `own`: the list that is about to be said, which holds before what is known of it.
bool is_asked(const RoomState& state, const FloorShare& own, const std::string& question) {
  if (const auto found = own.questions.find(question); found != own.questions.end())
    return !found->second.removed;
  const auto asks = [&](const auto& each) {
    const auto found = each.second.value.questions.find(question);
    return found != each.second.value.questions.end() && !found->second.removed;
  };
  return std::any_of(state.open.floor.begin(), state.open.floor.end(), asks) ||
         std::any_of(state.closed.floor.begin(), state.closed.floor.end(), asks);
}

const std::string& id_of(const std::string& id) { return id; }
template <class T>
const std::string& id_of(const std::pair<const std::string, T>& item) {
  return item.first;
}

// What is said about questions that nobody asks any more. False: there is none.
template <class Items>
bool forget_unasked(Items& items, const RoomState& state, const FloorShare& own) {
  return std::erase_if(items, [&](const auto& each) { return !is_asked(state, own, id_of(each)); }) > 0;
}

// The mark of one that was removed goes for good. False: there is none.
template <class Items, class IsGone>
bool forget_mark(Items& items, IsGone is_gone) {
  const auto gone = std::find_if(items.begin(), items.end(), is_gone);
  if (gone == items.end()) return false;
  items.erase(gone);
  return true;
}

// Where questions are asked now: the session of the newest one.
std::string session_of(const FloorShare& share) {
  const auto is_older = [](const auto& one, const auto& other) {
    return one.second.asked < other.second.asked;
  };
  const auto newest = std::max_element(share.questions.begin(), share.questions.end(), is_older);
  return newest == share.questions.end() ? std::string() : newest->second.session.text();
}

// What a list is shortened for, and who hears of it.
struct Shortening {
  const RoomState& state;
  bool are_too_many = false;  // items; else bytes
  std::vector<std::string>& complaints;
};

// One step each. False: nothing in it may leave.
template <class T>
bool shorten(T& /*value*/, const Shortening& /*by*/) {
  return false;
}

bool shorten(Verdicts& verdicts, const Shortening& by) {
  const bool is_shorter = forget_unasked(verdicts.of, by.state, {});
  return forget_unasked(verdicts.order, by.state, {}) || is_shorter;
}

// The hub has the notes of the sessions before, or this device keeps them for it.
bool shorten(NoteShare& share, const Shortening& by) {
  if (forget_mark(share.notes, [](const auto& each) { return each.second.value.removed; })) return true;
  const auto is_older = [](const auto& one, const auto& other) {
    return one.second.value.written < other.second.value.written;
  };
  const auto newest = std::max_element(share.notes.begin(), share.notes.end(), is_older);
  const auto oldest = std::min_element(share.notes.begin(), share.notes.end(), is_older);
  if (oldest == newest || oldest->second.value.session == newest->second.value.session) return false;
  share.notes.erase(oldest);
  by.complaints.push_back("The list of notes is full: the oldest one of the sessions before has left it");
  return true;
}

// The question with most values leaves first: it is the one that nobody could read.
bool shorten(ResultsShare& share, const Shortening& by) {
  const auto size = [](const auto& each) { return each.second.exact.size() + each.second.at_least.size(); };
  const auto largest =
      std::max_element(share.questions.begin(), share.questions.end(),
                       [&](const auto& one, const auto& other) { return size(one) < size(other); });
  if (largest == share.questions.end()) return false;
  by.complaints.push_back("The answers to " + largest->first +
                          " do not fit into one message of the room: show a question with fewer choices");
  share.questions.erase(largest);
  return true;
}

bool shorten(FloorShare& share, const Shortening& by) {
  const auto is_gone = [](const auto& each) { return each.second.removed; };
  if (forget_unasked(share.supports, by.state, share)) return true;
  if (by.are_too_many && forget_mark(share.questions, is_gone)) return true;
  const std::string leaves = first_to_leave(share, by.state.verdicts().value, session_of(share));
  if (leaves.empty()) return forget_mark(share.questions, is_gone);
  share.questions[leaves].removed = true;
  share = united(share, {});
  by.complaints.push_back(
      "The list of questions is full: the oldest one that nobody has to answer any more has left it");
  return true;
}

}  // namespace

bool is_one_too_many(const RoomState& state, const RoomWord& word) {
  const RoomWords& words = word.is_closed ? state.closed : state.open;
  const auto is_full = [&](const auto& shares) {
    return shares.size() >= kMostDevices && !shares.contains(word.device);
  };
  if (std::holds_alternative<Register<FloorShare>>(word.word)) return is_full(words.floor);
  if (std::holds_alternative<Register<NoteShare>>(word.word)) return is_full(words.notes);
  if (std::holds_alternative<Register<ResultsShare>>(word.word)) return is_full(words.results);
  return false;
}

std::string too_many_devices(const std::string& device) {
  return "More than " + std::to_string(kMostDevices) +
         " devices have written in this room: what is asked or noted at " + device +
         " and at others after it is not shown here. Give devices that replace others the names of those.";
}

bool fit(RoomWord& word, const RoomState& state, std::vector<std::string>& complaints) {
  for (;;) {
    const auto items = std::visit([](const auto& each) { return most_items(each.value); }, word.word);
    const bool are_too_many = items > kMostItems;
    if (!are_too_many && wire::encode({word, {}}).size() <= wire::kMostRoomBytes) return true;
    const Shortening by{state, are_too_many, complaints};
    if (std::visit([&](auto& each) { return shorten(each.value, by); }, word.word)) continue;
    complaints.push_back(
        "A list of the room is full: what was added last is not in it. Remove something first");
    return false;
  }
}

std::optional<RoomWord> fitted(RoomWord word, const RoomState& state) {
  std::vector<std::string> known;
  if (!fit(word, state, known)) return std::nullopt;
  return word;
}

}  // namespace tertulia

// SPDX-License-Identifier: Apache-2.0
// The page for an announcement or a message.
#include <array>
#include <string>
#include <utility>

#include "firmware/app/desk/shown.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/desk/writing.h"
#include "firmware/app/kiosk/typing.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

constexpr std::size_t kLongestWords = 160;  // user-perceived characters; a room reads no more at once
constexpr std::array kMinutes{1, 5, 15};

std::vector<std::string> ready_sentences(const Catalogue& words) {
  // translators: an announcement that the moderator can show with two touches; so are those after it
  return {words.text("We begin in five minutes."), words.text("Please come back to your seats."),
          words.text("The break ends in five minutes."), words.text("The meal is served."),
          words.text("Please answer the questions at the kiosk.")};
}

struct AudienceName {
  Audience audience;
  const char* name;
};
constexpr std::array<AudienceName, 3> kAudiences{
    {{Audience::kRoom, "room"}, {Audience::kAll, "all"}, {Audience::kMessage, "message"}}};

std::string audience_text(const Catalogue& words, Audience audience) {
  switch (audience) {
    case Audience::kRoom:
      return words.text("To this room");
    case Audience::kAll:
      // translators: an announcement to the people in all rooms
      return words.text("To all rooms");
    case Audience::kMessage:
      // translators: a message to this room that stays on the display
      return words.text("To this room, until I take it off");
  }
  return {};
}

void choose(WordsDraft& draft, const std::string& name) {
  for (const AudienceName& each : kAudiences)
    if (name == each.name) draft.audience = each.audience;
  for (const int minutes : kMinutes)
    if (name == std::to_string(minutes)) draft.minutes = minutes;
}

std::vector<RoomSaying> said(const WordsDraft& draft, std::string text, const PageAt& at) {
  RoomAnnouncement words = announcement(text, Minutes(draft.minutes), at.now);
  if (draft.audience == Audience::kAll) return {say_to_all(at, std::move(words))};
  if (draft.audience == Audience::kMessage)
    return {say_shown(at, shown_instead(at, ShownKind::kMessage, {}, std::move(text)))};
  ShownNow shown = shown_now(at);
  shown.announcement = std::move(words);
  return {say_shown(at, std::move(shown))};
}

}  // namespace

PageTouch touch_words(Moderator state, const Intent& intent, const PageAt& at) {
  WordsDraft& draft = state.words;
  draft.entry = typed(std::move(draft.entry), intent, kLongestWords);
  if (const auto* kind = std::get_if<intent::ChooseKind>(&intent)) choose(draft, kind->kind);
  const auto sentences = ready_sentences(at.words);
  if (const auto* line = std::get_if<intent::ChooseNote>(&intent))
    for (std::size_t i = 0; i < sentences.size(); ++i)
      if (line->note == std::to_string(i)) draft.entry = entry_with(sentences[i], draft.entry);
  std::string text = trimmed(draft.entry.text);
  if (!is_done_key(intent) || text.empty()) return {std::move(state)};
  std::vector<RoomSaying> sayings = said(draft, std::move(text), at);
  draft.entry = entry_with({}, draft.entry);
  draft.entry.caret = 0;
  state.page = DeskPage::kDesk;
  return {std::move(state), std::move(sayings)};
}

WritingView words_view(const Moderator& state, const PageAt& at) {
  const Catalogue& words = at.words;
  WritingView view = writing_page(at, state, words.text("Tell the room"));
  const auto sentences = ready_sentences(words);
  for (std::size_t i = 0; i < sentences.size(); ++i)
    view.lines.push_back({std::to_string(i), "", sentences[i]});
  // translators: the key that puts what was typed on the room display
  view.entry = field_of(state.words.entry, words, "words", words.text("Show it"));
  // translators: above a choice of rooms: who gets to see an announcement
  view.kinds_label = words.text("Who sees it");
  for (const AudienceName& each : kAudiences)
    view.kinds.push_back(
        {each.name, audience_text(words, each.audience), each.audience == state.words.audience});
  if (state.words.audience != Audience::kMessage)
    for (const int minutes : kMinutes)
      view.more_kinds.push_back(
          {std::to_string(minutes), length_text(words, Minutes(minutes)), minutes == state.words.minutes});
  return view;
}

}  // namespace tertulia

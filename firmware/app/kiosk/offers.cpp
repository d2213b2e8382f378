// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/offers.h"

#include <algorithm>

#include "firmware/app/kiosk/contact_form.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/kiosk/kiosk_forms.h"
#include "firmware/app/kiosk/typing.h"
#include "firmware/app/room/public_day.h"
#include "firmware/app/room/public_room.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"

namespace tertulia {
namespace {

const Catalogue& words_of(const KioskContext& context, const Language& language) {
  return context.device_state.catalogues.of(language);
}

std::string clock_of(const KioskContext& context) {
  return is_set(context.now) ? clock_text(context.now.wall, context.device_state.pack.visit.zone)
                             : std::string{};
}

// To whom people may ask something: the session that goes on, and for a while the one that has ended, whose
// questions the desk still shows. What a closed session asked is gone with it.
std::optional<PublicSession> floor_session(const KioskContext& context) {
  constexpr Milliseconds kAfterEnd = std::chrono::minutes(30);
  const std::string& room = context.settings.room;
  const auto running = public_session_in(context.device_state, room, context.now);
  if (running && !(running->open() && running->open()->is_break)) return running;
  const auto ended = public_session_ended_in(context.device_state, room, kAfterEnd, context.now);
  return ended && ended->open() ? ended : std::nullopt;
}

// Else a question goes no further than this device.
bool reaches_a_desk(const KioskContext& context) {
  return has_broker(context.device_state.link) || context.device_state.desks.contains(context.settings.room);
}

// What people may support: neither hidden nor answered.
std::vector<FloorItem> open_questions(const KioskContext& context) {
  const auto state = context.device_state.rooms.find(context.settings.room);
  const auto session = floor_session(context);
  if (state == context.device_state.rooms.end() || !session) return {};
  std::vector<FloorItem> items = state->second.floor(session->slug().text());
  std::erase_if(items, [](const FloorItem& each) {
    return each.verdict == FloorVerdict::kHidden || each.verdict == FloorVerdict::kAnswered;
  });
  return items;
}

std::string form_title(const Questionnaire& form, const Catalogue& words) {
  return form.title.in(words.language(), form.default_language);
}

std::string waiting_text(const KioskContext& context, const Catalogue& words) {
  const auto count = static_cast<std::uint64_t>(open_questions(context).size());
  if (count == 0) return words.text("Nobody has asked yet");
  // translators: how many questions of visitors wait to be answered
  return fill(words.plural("{count} is waiting in this room", "{count} are waiting in this room", count),
              {{"count", std::to_string(count)}});
}

MenuView menu_view(const Language& language, const KioskContext& context) {
  const Visit& visit = context.device_state.pack.visit;
  const Catalogue& words = words_of(context, language);
  MenuView view;
  view.tongue = tongue_of(language);
  view.title = visit_day_text(words, visit, context.now.wall);
  view.detail = room_name(visit, context.settings.room, language);
  view.clock = clock_of(context);
  view.headline = words.text("What would you like to do?");
  view.items = menu_items(context, words);
  view.languages = language_buttons(context, language);
  return view;
}

AskView floor_view(const kiosk::Offer& state, const KioskContext& context) {
  const Catalogue& words = words_of(context, state.language);
  AskView view;
  view.tongue = tongue_of(state.language);
  // translators: heading of the list of questions of visitors to the people in the room
  view.title = words.text("Ask the room");
  view.room = room_name(context.device_state.pack.visit, context.settings.room, state.language);
  view.clock = clock_of(context);
  const auto items = open_questions(context);
  view.headline = items.empty() ? words.text("Nobody has asked yet")
                                : words.text("Which question should be answered next?");
  view.hint = items.empty()
                  ? words.text("Nobody sees who asked.")
                  // translators: each question has a button with a raised hand
                  : words.text("Touch the hand of a question that is yours, too. Nobody sees who asked.");
  if (state.hand == Taken::kTooSoon)
    // translators: to a visitor who supports a question at a kiosk
    view.hint = words.text(
        "Many hands were raised here a moment ago. Please wait a little, then touch the hand again.");
  for (const FloorItem& each : items)
    view.questions.push_back(
        {each.id, each.question.text, std::to_string(each.supports), state.supported.contains(each.id)});
  // translators: a button: to the page before
  view.back = state.supported.empty() ? words.text("Back") : words.text("Done");
  if (can_ask(context))
    view.ask = words.text("Ask my own question");
  else if (floor_session(context))
    // translators: to a visitor who wants to ask a question to the room: the list is full
    view.hint = words.text("Many questions are waiting. Please ask yours later.");
  return view;
}

// Why a question to the room was not sent, and what helps; empty: nothing is wrong.
std::string problem_of(const kiosk::OwnQuestion& state, const Catalogue& words) {
  if (state.is_empty) return words.text("Please write your question first.");
  if (state.is_late && state.session.empty())
    // translators: to a visitor who has typed a question to the room
    return words.text("The session has ended: nobody would read this question any more.");
  if (state.is_late)
    // translators: to a visitor who has typed a question to the room; “Send” is the button below
    return words.text("Another session has begun. Touch “Send” again to ask this one.");
  switch (state.sent) {
    case Taken::kYes:
      break;
    case Taken::kFull:
      // translators: to a visitor who wants to ask a question to the room: the list is full
      return words.text("Many questions are waiting. Please ask yours later.");
    case Taken::kTooSoon:
      // translators: to a visitor who asks a question to the room at a kiosk
      return words.text(
          "Many questions were asked here a moment ago. Please wait a minute, then send yours.");
    case Taken::kNotSaved:
      return words.text("Your question was not saved. Please tell the moderator, or try again.");
  }
  return {};
}

ProgrammeRow row_of(const PublicRow& row, const PublicEntry& entry, const KioskContext& context,
                    const Catalogue& words) {
  const Visit& visit = context.device_state.pack.visit;
  const WallTime now = context.now.wall;
  return {clock_text(entry.start, visit.zone), title_of(entry.session, words, visit),
          room_name(visit, row.room, words.language()), entry.end <= now,
          entry.start <= now && entry.end > now};
}

std::vector<ProgrammeRow> programme_rows(const KioskContext& context, const Catalogue& words) {
  std::vector<std::pair<WallTime, ProgrammeRow>> timed;
  for (const PublicRow& row : public_day(context.device_state, context.now).rows)
    for (const PublicEntry& entry : row.entries)
      timed.emplace_back(entry.start, row_of(row, entry, context, words));
  std::stable_sort(timed.begin(), timed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ProgrammeRow> rows;
  for (auto& [start, row] : timed) rows.push_back(std::move(row));
  return rows;
}

ProgrammeView programme_view(const Language& language, const KioskContext& context) {
  const Visit& visit = context.device_state.pack.visit;
  const Catalogue& words = words_of(context, language);
  ProgrammeView view;
  view.tongue = tongue_of(language);
  // translators: heading of the list of today's sessions
  view.title = words.text("Today’s programme");
  if (const auto day = to_local(context.now.wall, visit.zone); day.ok() && is_set(context.now))
    view.day = day_text(words, day.value());
  view.clock = clock_of(context);
  view.rows = programme_rows(context, words);
  view.empty = words.text("Nothing takes place today.");
  if (const auto next = next_beginning(context.device_state, context.settings.room, words, context.now);
      next && view.rows.empty())
    view.empty = begins_text(*next, words, visit, context.now);
  if (context.device_state.day_code && !view.rows.empty()) {
    view.code = *context.device_state.day_code;
    view.code_label = words.text("Point the camera of your telephone here to take the programme along.");
  }
  return view;
}

}  // namespace

std::vector<LanguageButton> language_buttons(const KioskContext& context, const Language& chosen) {
  const auto& offered =
      context.settings.offered.empty() ? context.device_state.pack.visit.languages : context.settings.offered;
  std::vector<LanguageButton> buttons;
  for (const Language& language : offered)
    buttons.push_back({language, language_name(language), language == chosen});
  return buttons;
}

std::vector<MenuItem> menu_items(const KioskContext& context, const Catalogue& words) {
  const Visit& visit = context.device_state.pack.visit;
  const std::string& visit_title = visit.title.in(words.language(), visit.default_language());
  std::vector<MenuItem> items;
  const ToAsk asked = to_ask(context.device_state, context.settings, context.now);
  if (asked.form) {
    const auto running = public_session_in(context.device_state, context.settings.room, context.now);
    const bool goes_on = asked.session && running && running->slug() == asked.session->slug();
    const bool has_ended = asked.session && !goes_on && context.settings.asks == KioskAsks::kEnded;
    items.push_back({MenuItemKind::kFeedback,
                     has_ended ? words.text("How was the session that just ended?")
                               // translators: a choice of a kiosk's menu: to answer the questionnaire
                               : words.text("Give your opinion"),
                     asked.session                    ? title_of(*asked.session, words, visit)
                     : context.settings.forms.empty() ? visit_title
                                                      : form_title(*asked.form, words)});
  }
  for (const Questionnaire* form : offered_forms(context.device_state, context.settings, asked))
    items.push_back(
        {MenuItemKind::kFeedback, form_title(*form, words), words.text("Give your opinion"), form->id});
  if (reaches_a_desk(context) && floor_session(context))
    items.push_back({MenuItemKind::kQuestion, words.text("Ask a question"), waiting_text(context, words)});
  items.push_back(
      {MenuItemKind::kProgramme, words.text("See today’s programme"),
       context.device_state.day_code ? words.text("And take it along on your telephone") : visit_title});
  if (takes_contacts(context))
    items.push_back({MenuItemKind::kContact, words.text("Leave my contact"),
                     // translators: below “Leave my contact”
                     words.text("Sealed, only for the programme")});
  if (!takes_no_answers_because(context).empty())
    std::erase_if(items, [](const MenuItem& item) {
      return item.kind == MenuItemKind::kFeedback || item.kind == MenuItemKind::kContact;
    });
  return items;
}

bool can_ask(const KioskContext& context) {
  const auto session = floor_session(context);
  if (!session) return false;
  const auto state = context.device_state.rooms.find(context.settings.room);
  if (state == context.device_state.rooms.end()) return true;
  const RoomState& room = state->second;
  const auto& shares = session->open() ? room.open.floor : room.closed.floor;
  const auto own = shares.find(context.device_state.device);
  return own == shares.end() || !is_full(own->second.value, room.verdicts().value, session->slug().text());
}

View offer_view(const kiosk::Attract& state, const KioskContext& context) {
  MenuView menu = menu_view(state.language, context);
  if (state.save_result) menu.notice = notice_of(*state.save_result, words_of(context, state.language));
  if (menu.items.size() > 1 || menu.notice) return menu;
  ProgrammeView programme = programme_view(state.language, context);
  programme.languages = language_buttons(context, state.language);
  return programme;
}

View offer_view(const kiosk::Offer& state, const KioskContext& context) {
  switch (state.page) {
    case kiosk::OfferPage::kMenu:
      return menu_view(state.language, context);
    case kiosk::OfferPage::kFloor:
      return floor_view(state, context);
    case kiosk::OfferPage::kProgramme:
      break;
  }
  ProgrammeView programme = programme_view(state.language, context);
  programme.back = words_of(context, state.language).text("Back");
  return programme;
}

View own_question_view(const kiosk::OwnQuestion& state, const KioskContext& context) {
  const Language& language = state.offer.language;
  const Catalogue& words = words_of(context, language);
  QuestionView view;
  view.tongue = tongue_of(language);
  view.page = "own question";
  view.number = view.total = 1;
  view.headline = words.text("Your question to the room");
  view.hint = words.text("Nobody sees who asked. Please do not give any names.");
  view.problem = problem_of(state, words);
  TextBody body = field_of(state.entry, view.page);
  body.keyboard = keyboard_for(words, state.entry, LineMode::kOneLine);
  view.body = std::move(body);
  view.next = words.text("Send");
  view.can_go_back = true;
  return view;
}

Notice notice_of(SaveResult save_result, const Catalogue& words) {
  if (save_result == SaveResult::kSaved)
    return {words.text("This device was restarted. The answers that were sent last are saved."), Tone::kCalm};
  return {words.text("This device was restarted. The answers that were being given are not saved: please "
                     "answer again."),
          Tone::kAmber};
}

std::string asked_on_floor(const KioskContext& context) {
  const auto session = floor_session(context);
  return session ? session->slug().text() : std::string();
}

bool hears_desk(const KioskContext& context) {
  const std::string& room = context.settings.room;
  if (context.device_state.desks.contains(room)) return true;
  const auto link = context.device_state.room_links.find(room);
  return link != context.device_state.room_links.end() && !link->second.desk_packs.empty();
}

FloorQuestion question_to_room(const std::string& text, const Language& language,
                               const KioskContext& context) {
  FloorQuestion question;
  question.text = text;
  question.language = language;
  if (const auto session = floor_session(context)) question.session = session->slug();
  question.asked = std::chrono::floor<std::chrono::hours>(context.now.wall);  // nobody learns who stood there
  return question;
}

}  // namespace tertulia

// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_device.h"

namespace tertulia::test {
namespace {

constexpr LocalTime kSecondDay{2027, 5, 11};
constexpr std::string_view kZone = "America/Costa_Rica";

WallTime local(int day, int hour, int minute) {
  return to_wall({2027, 5, static_cast<unsigned>(day), hour, minute, 0}, kZone).value();
}

LocalizedText english(std::string_view text) { return {"en", text}; }

LocalizedText in_three(std::string_view en, std::string_view fr, std::string_view ar) {
  LocalizedText text("en", en);
  text.set("fr", fr);
  text.set("ar", ar);
  return text;
}

Segment segment(std::string_view id, std::string_view title, int minutes, SegmentKind kind) {
  Segment result;
  result.id = id;
  result.title = english(title);
  result.kind = kind;
  result.length = Minutes(minutes);
  return result;
}

Session session(std::string_view id, std::string_view title, WallTime start, std::vector<Segment> segments) {
  Session result;
  result.id = std::string(id) + "@visit";
  result.slug = id;
  result.title = english(title);
  result.room = "magna";
  result.rundown = {start, std::move(segments)};
  result.end = planned_end(result.rundown);
  return result;
}

Agenda agenda() {
  Session status = session("status", "Status of the artist", local(11, 10, 30),
                           {segment("presentation", "Presentation", 20, SegmentKind::kPresentation),
                            segment("response", "Response", 10, SegmentKind::kResponse),
                            segment("groups", "Focus groups", 25, SegmentKind::kGroups),
                            segment("coffee", "Coffee", 15, SegmentKind::kBreak)});
  status.rundown.segments[0].speaker = english("Costa Rica");
  status.rundown.segments[2].rooms = 3;
  status.format = "round-table";
  status.form = "pulse";
  status.expected_outcomes = english("One page of clauses");

  Session lunch =
      session("lunch", "Lunch", local(11, 12, 0), {segment("lunch", "Lunch", 60, SegmentKind::kBreak)});
  lunch.is_break = true;

  Session retreat = session("retreat", "The merger", local(11, 14, 0),
                            {segment("vault-1", "Opening the vault", 30, SegmentKind::kGroups),
                             segment("vault-2", "Closing the vault", 30, SegmentKind::kDiscussion)});
  for (Segment& each : retreat.rundown.segments) each.speaker = english("The minister");
  retreat.access = Access::kClosed;
  retreat.format = "coaching";
  retreat.form = "coaching-form";
  retreat.expected_outcomes = english("We sell it");

  Session forum = session("forum", "Open forum", local(12, 9, 0),
                          {segment("forum", "Open forum", 60, SegmentKind::kDiscussion)});

  Session fair =
      session("fair", "Fair", local(11, 0, 0), {segment("fair", "Fair", 1440, SegmentKind::kOther)});
  fair.room = "verde";
  fair.all_day = true;

  Agenda result{{status, lunch, retreat, forum, fair}};
  sort_sessions(result);
  return result;
}

std::vector<Choice> five_faces() {
  std::vector<Choice> choices;
  for (const char* name : {"1", "2", "3", "4", "5"}) choices.push_back({name, english(name)});
  return choices;
}

Question question(std::string_view name, LocalizedText label, QuestionKind kind) {
  Question result;
  result.name = name;
  result.label = std::move(label);
  result.kind = std::move(kind);
  return result;
}

Question useful() {
  return question("useful", in_three("How useful was it?", "Était-ce utile ?", "ما مدى الفائدة؟"),
                  SelectOne{five_faces(), ChoiceLook::kFaces});
}

Questionnaire form(std::string_view id) {
  Questionnaire result;
  result.id = id;
  result.hash = "hash-of-" + std::string(id);
  result.title = english("Your feedback");
  result.languages = {"en", "fr", "ar"};
  return result;
}

Questionnaire pulse() {
  Questionnaire result = form("pulse");
  result.pages = {{{}, {useful()}}};
  return result;
}

Questionnaire full() {
  Questionnaire result = form("full");
  Question obstacles = question("obstacles", english("Which obstacles do you expect?"),
                                SelectMultiple{{{"slow", english("Slow decisions")},
                                                {"trust", english("Little trust")},
                                                {"funding", english("Not enough funding")}},
                                               2});
  obstacles.required = true;
  Question heard = question("heard", english("Every voice was heard"), Range{});
  heard.required = true;
  heard.required_message = in_three("Say if you were heard.", "Dites si on vous a entendu.", "");
  result.pages = {{{}, {useful()}},
                  {{}, {obstacles}},
                  {english("How much do you agree?"),
                   {question("learned", english("I learned something"), Range{}), heard}},
                  {{}, {question("idea", english("What will you take home?"), Text{true, 5})}},
                  {{}, {question("people", english("For how many?"), Integer{0, 20})}},
                  {{}, {question("bye", english("One more thing"), Note{})}}};
  return result;
}

}  // namespace

DeviceState sample_device() {
  DeviceState device_state;
  Visit& visit = device_state.pack.visit;
  visit.id = "lisbon";
  visit.programme = "peers";
  visit.title = in_three("Exchange visit", "Visite d’échange", "زيارة تبادل");
  visit.zone = kZone;
  visit.first_day = {2027, 5, 10};
  visit.last_day = {2027, 5, 13};
  visit.rooms = {{"magna", english("Sala Magna")}, {"verde", english("Sala Verde")}};
  visit.languages = {"en", "fr", "ar"};
  visit.default_form = "full";
  device_state.pack.agenda = agenda();
  device_state.pack.questionnaires = {pulse(), full()};
  device_state.catalogues.add(Catalogue("fr", {{"Next", {"Suivant"}}, {"Thank you", {"Merci"}}}, {}));
  device_state.catalogues.add(Catalogue("ar", {{"Next", {"التالي"}}, {"Thank you", {"شكرًا"}}}, {}));
  device_state.device = "device-1";
  return device_state;
}

RoleSettings role_in(Role role, std::string_view room) {
  RoleSettings settings;
  settings.role = role;
  settings.room = room;
  return settings;
}

Now at(int hour, int minute, int second, Milliseconds beyond) {
  const WallTime midnight = to_wall(kSecondDay, kZone).value();
  const Milliseconds since =
      std::chrono::hours(hour) + Minutes(minute) + std::chrono::seconds(second) + beyond;
  return {midnight + since, since, "boot-1", ClockQuality::kSynced};
}

std::string plain(std::string text) {
  for (const std::string_view mark : {"\u2066", "\u2068", "\u2069"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  return text;
}

}  // namespace tertulia::test

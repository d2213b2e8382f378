// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/draft_entry.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/calendar/breaks.h"
#include "firmware/formats/calendar/closed_titles.h"
#include "firmware/formats/schedule/draft_times.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/html.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// "open", "ouvert"... and "closed", "huis clos", "reservado"... in the languages of the screens.
std::optional<Access> access_word(std::string_view text) {
  const std::string word = plain_typed(text);
  if (is_one_of(word, {"open",    "public",  "ouvert", "ouverte", "publique",  "abierto", "abierta",
                       "publico", "publica", "aberto", "aberta",  "مفتوح",     "مفتوحة",  "عام",
                       "عامة",    "ክፍት",     "ღია",    "საჯარო",  "wazi",      "hadhara", "ya wazi",
                       "no",      "non",     "nao",    "offen",   "offentlich"}))
    return Access::kOpen;
  if (is_one_of(word, {"closed",
                       "private",
                       "restricted",
                       "confidential",
                       "internal",
                       "invitation only",
                       "ferme",
                       "fermee",
                       "prive",
                       "privee",
                       "huis clos",
                       "a huis clos",
                       "restreint",
                       "restreinte",
                       "cerrado",
                       "cerrada",
                       "privado",
                       "privada",
                       "a puerta cerrada",
                       "reservado",
                       "reservada",
                       "fechado",
                       "fechada",
                       "a porta fechada",
                       "restrito",
                       "restrita",
                       "مغلق",
                       "مغلقة",
                       "خاص",
                       "خاصة",
                       "ዝግ",
                       "የተዘጋ",
                       "დახურული",
                       "ya faragha",
                       "faragha",
                       "imefungwa",
                       "ya ndani",
                       "geschlossen",
                       "nicht offentlich",
                       "nichtoffentlich",
                       "vertraulich"}))
    return Access::kClosed;
  return std::nullopt;
}

LocalizedText cleaned(const LocalizedText& texts) {
  LocalizedText clean;
  for (const auto& [language, text] : texts.all()) clean.set(language, clean_text(plain_text_of(text)));
  return clean;
}

void read_access(const DraftEntry& draft, const DraftContext& context, EntryExtras& extras) {
  if (trim(draft.access).empty()) return;
  extras.access = access_word(draft.access);
  if (extras.access) return;
  extras.access = Access::kClosed;
  context.findings.add(Severity::kGuessed,
                       "Taken as closed, because the word says neither open nor closed; write one of these.",
                       subject_of(draft, in_quotes(draft.access)));
}

bool is_break(const DraftEntry& draft, Milliseconds length) {
  const auto& titles = draft.title.all();
  return draft.is_break || is_break_kind(draft.kind) ||
         std::any_of(titles.begin(), titles.end(),
                     [&](const auto& title) { return is_break_title(title.second, length); });
}

// The parts of a session as segments, in the order of their starts.
std::vector<Segment> segments_of(const DraftEntry& draft, const DraftContext& context) {
  std::vector<Segment> segments;
  for (const DraftEntry& part : draft.parts) {
    const auto times = times_of(part, context);
    if (!times) continue;
    Segment segment;
    segment.title = cleaned(part.title);
    segment.speaker = cleaned(part.speakers);
    segment.kind =
        is_break(part, times->end - times->start) ? SegmentKind::kBreak : SegmentKind::kPresentation;
    segment.planned_start = times->start;
    segment.length = times->end - times->start;
    segments.push_back(std::move(segment));
  }
  std::stable_sort(segments.begin(), segments.end(),
                   [](const Segment& a, const Segment& b) { return a.planned_start < b.planned_start; });
  for (std::size_t index = 0; index < segments.size(); ++index)
    segments[index].id = "part-" + std::to_string(index + 1);
  return segments;
}

}  // namespace

FindingSubject subject_of(const DraftEntry& draft) {
  const bool is_marked = !trim(draft.access).empty() && access_word(draft.access) != Access::kOpen;
  const std::string title = draft.title.in("");
  const std::string name = draft.is_private || is_marked ? "a closed entry"
                           : title.empty()               ? ""
                                                         : in_quotes(title);
  return {name, draft.place.where};
}

FindingSubject subject_of(const DraftEntry& draft, const std::string& detail) {
  FindingSubject subject = subject_of(draft);
  if (!detail.empty()) subject.text += (subject.text.empty() ? "" : ", ") + detail;
  return subject;
}

std::optional<CalendarEntry> entry_of(const DraftEntry& draft, const DraftContext& context) {
  if (says_cancelled(draft.title.in(context.days.language))) {
    context.findings.add(Severity::kSkipped, "Left out, because the title says that it is cancelled.",
                         subject_of(draft));
    return std::nullopt;
  }
  const auto times = times_of(draft, context);
  if (!times) return std::nullopt;
  CalendarEntry entry;
  entry.id = clean_text(draft.id);
  entry.uid = entry.id;
  entry.title = cleaned(draft.title);
  entry.description = cleaned(draft.description);
  entry.location = squashed(draft.room);
  entry.is_private = draft.is_private;
  entry.is_break = is_break(draft, times->end - times->start);
  entry.start = times->start;
  entry.end = times->end;
  EntryExtras& extras = entry.extras;
  extras.place = draft.place;
  extras.speakers = cleaned(draft.speakers);
  extras.expected_outcomes = cleaned(draft.expected_outcomes);
  const bool kind_is_format = draft.format.empty() && !entry.is_break;
  extras.format = slug_of(kind_is_format ? draft.kind : draft.format).value_or("");
  extras.form = squashed(draft.form);
  extras.segments = segments_of(draft, context);
  read_access(draft, context, extras);
  return entry;
}

}  // namespace tertulia::formats

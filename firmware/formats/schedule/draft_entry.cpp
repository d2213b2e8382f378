// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/draft_entry.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/calendar/breaks.h"
#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/calendar/closed_titles.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/html.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr Minutes kEvening{18 * 60};
constexpr Minutes kEarly{6 * 60};

// "open", "ouvert"... and "closed", "huis clos", "reservado"... in the languages of the screens.
std::optional<Access> access_word(std::string_view text) {
  const std::string word = plain_typed(text);
  if (is_one_of(word, {"open",    "public", "ouvert", "ouverte", "publique", "abierto", "abierta", "publico",
                       "publica", "aberto", "aberta", "مفتوح",   "مفتوحة",   "عام",     "عامة",    "ክፍት",
                       "ღია",     "საჯარო", "wazi",   "hadhara", "ya wazi",  "no",      "non",     "nao"}))
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
                       "ya ndani"}))
    return Access::kClosed;
  return std::nullopt;
}

LocalTime at_time(LocalTime day, Minutes time) {
  if (time >= Minutes(24 * 60)) return at_time(days_later(day, 1), time - Minutes(24 * 60));
  day.hour = static_cast<int>(time.count() / 60);
  day.minute = static_cast<int>(time.count() % 60);
  day.second = 0;
  return day;
}

Minutes time_of(const LocalTime& local) { return Minutes(local.hour * 60 + local.minute); }

struct Times {
  WallTime start;
  WallTime end;
};

// The times of one draft. What is missing or impossible becomes a problem in words.
class TimesReader {
 public:
  TimesReader(const DraftEntry& draft, const DraftContext& context) : draft_(draft), context_(context) {}

  std::optional<Times> read() {
    const auto start = read_start();
    if (!start) return std::nullopt;
    const auto end = read_end(*start);
    if (!end) return std::nullopt;
    if (*end < *start) return fail("Left out, because it ends before it starts; correct its end.");
    if (*end - *start > std::chrono::hours(24 * 14))
      return fail("Left out, because it is longer than two weeks; correct its end.");
    if (*end > *start) return Times{*start, *end};
    guessed("It has no end; shown for " + counted(kMilestone.count(), "minute") + ".", subject_of(draft_));
    return Times{*start, *start + kMilestone};
  }

  std::string_view problem;  // a sentence that is true of one and of many
  std::string written;       // the text that is the problem; may be empty

 private:
  std::nullopt_t fail(std::string_view sentence, const std::string& text = "") {
    problem = sentence;
    written = text;
    return std::nullopt;
  }

  void guessed(std::string_view sentence, FindingSubject subject) const {
    context_.findings.add(Severity::kGuessed, sentence, std::move(subject));
  }

  void say(const DayDoubt& doubt, const std::string& typed, const LocalTime& day) const {
    FindingSubject subject = subject_of(draft_);
    subject.text +=
        (subject.text.empty() ? "" : ", ") + in_quotes(typed) + " read as " + day_and_time(day, true);
    if (doubt.weekday_differs)
      guessed("Its weekday is not that of its date; the date is used. Correct one of them.", subject);
    if (doubt.is_guess)
      guessed("Its day can be read in more than one way; write it like 2027-05-10.", std::move(subject));
  }

  std::optional<WallTime> instant(const LocalTime& local) {
    const auto wall = to_wall(local, context_.zone);
    if (!wall.ok()) return fail("Left out, because there is no such day or time; correct it.");
    return wall.value();
  }

  std::optional<WallTime> read_start() {
    if (const auto moment = typed_moment(draft_.start, context_.days); moment && moment->has_time) {
      local_ = moment->local;
      say(moment->doubt, draft_.start, local_);
      return moment->instant ? moment->instant : instant(moment->local);
    }
    const auto day = typed_day(draft_.day, context_.days);
    if (!day && !draft_.day.empty())
      return fail("Left out, because its day cannot be read; write it like 2027-05-10.", draft_.day);
    if (!day) return fail("Left out, because it has no day; give it one.");
    const auto range = typed_range(draft_.start);
    const auto time = range ? std::optional(range->start) : typed_time(draft_.start);
    if (!time && draft_.start.empty()) return fail("Left out, because it has no start; give it a time.");
    if (!time) return fail("Left out, because its start cannot be read; write it like 09:30.", draft_.start);
    say(day->doubt, draft_.day, day->day);
    if (range) range_end_ = range->end;
    local_ = at_time(*time < context_.day_change ? days_later(day->day, 1) : day->day, *time);
    return instant(local_);
  }

  std::optional<WallTime> read_end(WallTime start) {
    if (const auto moment = typed_moment(draft_.end, context_.days); moment && moment->has_time)
      return moment->instant ? moment->instant : instant(moment->local);
    const auto time = draft_.end.empty() ? range_end_ : typed_time(draft_.end);
    if (!draft_.end.empty() && !time)
      return fail("Left out, because its end cannot be read; write it like 10:30.", draft_.end);
    if (time) return instant(at_time(is_next_day(*time) ? days_later(local_, 1) : local_, *time));
    if (draft_.length.empty()) return start;  // a milestone
    const auto length = typed_length(draft_.length);
    if (!length)
      return fail("Left out, because its length cannot be read; write minutes, like 90.", draft_.length);
    return start + *length;
  }

  // An end that lies before the start by the clock. From midnight to midnight is the whole day.
  [[nodiscard]] bool is_next_day(Minutes end) const {
    const Minutes start = time_of(local_);
    if (end == start) return start == Minutes(0);
    return end < start && (start >= kEvening || end <= kEarly);
  }

  const DraftEntry& draft_;
  const DraftContext& context_;
  LocalTime local_;
  std::optional<Minutes> range_end_;
};

LocalizedText cleaned(const LocalizedText& texts) {
  LocalizedText clean;
  for (const auto& [language, text] : texts.all()) clean.set(language, clean_text(plain_text_of(text)));
  return clean;
}

void leave_out(const DraftEntry& draft, const TimesReader& reader, const DraftContext& context) {
  FindingSubject subject = subject_of(draft);
  if (!reader.written.empty()) subject.text += (subject.text.empty() ? "" : ", ") + in_quotes(reader.written);
  context.findings.add(Severity::kSkipped, reader.problem, std::move(subject));
}

void read_access(const DraftEntry& draft, const DraftContext& context, EntryExtras& extras) {
  if (trim(draft.access).empty()) return;
  extras.access = access_word(draft.access);
  if (extras.access) return;
  extras.access = Access::kClosed;
  FindingSubject subject = subject_of(draft);
  subject.text += ", " + in_quotes(draft.access);
  context.findings.add(Severity::kGuessed,
                       "Taken as closed, because the word says neither open nor closed; write one of these.",
                       std::move(subject));
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
    TimesReader reader(part, context);
    const auto times = reader.read();
    if (!times) {
      leave_out(part, reader, context);
      continue;
    }
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

std::optional<CalendarEntry> entry_of(const DraftEntry& draft, const DraftContext& context) {
  if (says_cancelled(draft.title.in(context.days.language))) {
    context.findings.add(Severity::kSkipped, "Left out, because the title says that it is cancelled.",
                         subject_of(draft));
    return std::nullopt;
  }
  TimesReader reader(draft, context);
  const auto times = reader.read();
  if (!times) {
    leave_out(draft, reader, context);
    return std::nullopt;
  }
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

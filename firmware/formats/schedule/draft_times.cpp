// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/draft_times.h"

#include <chrono>
#include <utility>

#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr Minutes kEvening{18 * 60};
constexpr Minutes kEarly{6 * 60};
constexpr std::chrono::hours kLongest{24 * 14};

bool is_clock_of(WallTime moment, const std::string& zone, Minutes clock) {
  const auto local = to_local(moment, zone);
  return local.ok() && time_of(local.value()) == clock;
}

std::string milestone_in_words() { return "shown for " + counted(kMilestone.count(), "minute") + "."; }

class TimesReader {
 public:
  TimesReader(const DraftEntry& draft, const DraftContext& context) : draft_(draft), context_(context) {}

  std::optional<DraftTimes> read() {
    const auto start = read_start();
    if (!start) return std::nullopt;
    const auto end = read_end(*start);
    if (!end) return std::nullopt;
    if (*end < *start) return leave_out("Left out, because it ends before it starts; correct its end.");
    if (*end - *start > kLongest)
      return leave_out("Left out, because it is longer than two weeks; correct its end.");
    if (*end > *start) return DraftTimes{*start, *end};
    if (!has_bad_end_) guessed("It has no end; " + milestone_in_words());
    return DraftTimes{*start, *start + kMilestone};
  }

 private:
  // `written` is the text that is the problem.
  std::nullopt_t leave_out(std::string_view sentence, const std::string& written = "") const {
    context_.findings.add(Severity::kSkipped, sentence,
                          subject_of(draft_, written.empty() ? "" : in_quotes(written)));
    return std::nullopt;
  }

  void guessed(std::string_view sentence, const std::string& detail = "") const {
    context_.findings.add(Severity::kGuessed, sentence, subject_of(draft_, detail));
  }

  void say(const DayDoubt& doubt, const std::string& typed, const LocalTime& day) const {
    const std::string reading = in_quotes(typed) + " read as " + day_and_time(day, true);
    if (doubt.weekday_differs)
      guessed("Its weekday is not that of its date; the date is used. Correct one of them.", reading);
    if (doubt.is_guess)
      guessed("Its day can be read in more than one way; write it like 2027-05-10.", reading);
  }

  std::optional<WallTime> instant(const LocalTime& local) const {
    const auto wall = to_wall(local, context_.zone);
    if (!wall.ok()) return leave_out("Left out, because there is no such day or time; correct it.");
    return wall.value();
  }

  std::optional<WallTime> read_start() {
    const auto moment = typed_moment(draft_.start, context_.days, context_.date_order);
    return moment && moment->has_time ? start_at(*moment) : start_on_day();
  }

  // People read the time of day beside a moment, and programs that do not know the zone write a wrong offset
  // behind its digits.
  std::optional<WallTime> start_at(const TypedMoment& moment) {
    local_ = moment.local;
    say(moment.doubt, draft_.start, local_);
    const auto clock = typed_time(draft_.clock);
    const auto date = moment.instant ? moment.instant : instant(moment.local);
    if (!clock || !date || is_clock_of(*date, context_.days.zone, *clock) ||
        is_clock_of(*date, context_.zone, *clock))
      return date;
    if (!moment.instant || time_of(moment.written) != *clock) {
      guessed(
          "Its start is another time of day than that of its date; the date is used. Correct one of them.",
          in_quotes(draft_.clock) + " and " + in_quotes(draft_.start));
      return date;
    }
    has_bad_offset_ = true;
    local_ = moment.written;
    guessed("Its start is not the time of its date in " + context_.zone +
                ", but would be without the date's offset from UTC; the start is used, as a time in " +
                context_.zone + ". Export the schedule in that time zone.",
            in_quotes(draft_.start) + " read as " + day_and_time(local_, false));
    return instant(local_);
  }

  std::optional<WallTime> start_on_day() {
    const auto day = typed_day(draft_.day, context_.days, context_.date_order);
    if (!day && names_day(draft_.day))
      return leave_out(
          "Left out, because its day is none of the visit's, or several of them; write it like 2027-05-10.",
          draft_.day);
    if (!day && !draft_.day.empty())
      return leave_out("Left out, because its day cannot be read; write it like 2027-05-10.", draft_.day);
    if (!day)
      return leave_out("Left out, because nothing says its day; give it one, in a table in a column 'date'.");
    const auto range = typed_range(draft_.start);
    const auto time = range ? std::optional(range->start) : typed_time(draft_.start);
    if (!time && draft_.start.empty()) return leave_out("Left out, because it has no start; give it a time.");
    if (!time)
      return leave_out("Left out, because its start cannot be read; write it like 09:30.", draft_.start);
    say(day->doubt, draft_.day, day->day);
    if (range) range_end_ = range->end;
    local_ = at_time(*time < context_.day_change ? days_later(day->day, 1) : day->day, *time);
    return instant(local_);
  }

  std::optional<WallTime> read_end(WallTime start) {
    const auto moment = typed_moment(draft_.end, context_.days, context_.date_order);
    if (moment && moment->has_time) {
      if (has_bad_offset_) return instant(moment->written);
      return moment->instant ? moment->instant : instant(moment->local);
    }
    if (const auto time = draft_.end.empty() ? range_end_ : typed_time(draft_.end))
      return instant(at_time(is_next_day(*time) ? days_later(local_, 1) : local_, *time));
    const auto length = typed_length(draft_.length);
    if (!draft_.end.empty()) {
      guessed("Its end cannot be read; " + (length ? "its length is used." : milestone_in_words()) +
                  " Write the end like 10:30.",
              in_quotes(draft_.end));
    } else if (!length && !draft_.length.empty()) {
      guessed("Its length cannot be read; " + milestone_in_words() + " Write minutes, like 90.",
              in_quotes(draft_.length));
    }
    has_bad_end_ = !draft_.end.empty() || !draft_.length.empty();
    return length ? start + *length : start;  // a milestone
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
  bool has_bad_offset_ = false;
  bool has_bad_end_ = false;
};

}  // namespace

std::optional<DraftTimes> times_of(const DraftEntry& draft, const DraftContext& context) {
  return TimesReader(draft, context).read();
}

}  // namespace tertulia::formats

// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/queries.h"

#include <algorithm>
#include <utility>

#include "firmware/domain/numbers/threshold.h"
#include "firmware/wire/answers.h"
#include "firmware/wire/content.h"
#include "firmware/wire/envelope.h"
#include "hub/arrival/quarantine.h"
#include "hub/numbers/releases.h"
#include "hub/numbers/room_blocks.h"
#include "hub/store/database.h"
#include "hub/store/schema.h"

namespace tertulia::hub {
namespace {

using Device = std::pair<std::string, std::string>;

Outcome read_presence(Sql& sql, std::map<Device, DeviceLine>& lines) {
  return sql.query(
      "SELECT programme, device, state, last_seen, pending, clock_quality, over_budget FROM device", {},
      [&](const SqlRow& row) {
        DeviceLine& line = lines[{row.text(0), row.text(1)}];
        line.presence = row.text(2);
        line.last_seen = row.text(3);
        line.pending = row.number(4);
        line.clock_quality = row.text(5);
        line.over_budget = row.text(6);
        return Done{};
      });
}

Outcome read_received(Sql& sql, std::map<Device, DeviceLine>& lines) {
  TRY(const ReceivedRanges received, received_ranges(sql));
  for (const auto& [stream, ranges] : received) {
    DeviceLine& line = lines[{stream.programme, stream.device}];
    line.held += ranges.count();
    line.missing += ranges.missing();
  }
  return Done{};
}

// A time that cannot be read was long ago: its session is over.
WallTime time_of(const std::string& text) {
  const auto time = wall_from_rfc3339(text);
  return time.ok() ? time.value() : kFirstWallTime;
}

// Hands on the events of one type, whatever device reported them, in the order of their rows. One that cannot
// be read is passed over.
template <class Told, class Take>
Outcome each_event(Sql& sql, Take take) {
  wire::Envelope envelope = wire::to_envelope(Told{}, {});
  return sql.query(
      "SELECT programme, data, time FROM event WHERE type = $1 ORDER BY programme, device, epoch, seq",
      {envelope.type}, [&](const SqlRow& row) {
        envelope.data = row.text(1);
        if (const auto event = wire::to_event(envelope); event.ok())
          take(row.text(0), std::get<Told>(event.value()), time_of(row.text(2)));
        return Done{};
      });
}

// What the devices said of their visit packs: from how many answers on a form may be shown.
class Thresholds {
 public:
  static Result<Thresholds> read(Sql& sql) {
    Thresholds all;
    TRY_DONE(
        each_event<event::PackLoaded>(sql, [&](const std::string& programme, const event::PackLoaded& loaded,
                                               WallTime /*time*/) { all.add(programme, loaded); }));
    return all;
  }

  // Of several packs with the form the highest one holds. A form that no pack names has the highest threshold
  // of its programme.
  [[nodiscard]] std::uint64_t of(const std::string& programme, const std::string& form_hash) const {
    const auto form = by_form_.find({programme, form_hash});
    if (form != by_form_.end()) return form->second;
    const auto any = by_programme_.find(programme);
    return any == by_programme_.end() ? kLeastThreshold : any->second;
  }

 private:
  void add(const std::string& programme, const event::PackLoaded& loaded) {
    const std::uint64_t said = numbers::Threshold(loaded.threshold).k();
    std::uint64_t& highest = by_programme_[programme];
    highest = std::max(highest, said);
    for (const std::string& hash : loaded.forms) {
      std::uint64_t& of_form = by_form_[{programme, hash}];
      of_form = std::max(of_form, said);
    }
  }

  std::map<std::pair<std::string, std::string>, std::uint64_t> by_form_;
  std::map<std::string, std::uint64_t> by_programme_;
};

Result<Submission> submission_from(const SqlRow& row) {
  Submission submission;
  TRY(submission.id, SubmissionId::parse(row.text(0)));
  submission.room = row.text(1);
  submission.session = row.text(2);
  submission.form = row.text(3);
  submission.form_hash = row.text(4);
  submission.language = row.text(5);
  submission.state = SubmissionState::kSubmitted;
  TRY(submission.answers, wire::answers_from_json(row.text(6)));
  return submission;
}

// Of the room of its rows, which come in the order of rooms.
Outcome add_to(std::vector<ClosingSlip>& slips, const SqlRow& row) {
  TRY(const Submission submission, submission_from(row));
  if (slips.empty() || slips.back().room != submission.room)
    slips.push_back({submission.room, 0, 0, {}, {}, 0});
  ClosingSlip& slip = slips.back();
  slip.receipted_sum.add(wire::share_of(submission));
  slip.submitted_sum = slip.receipted_sum;
  slip.submitted = ++slip.receipted;
  return Done{};
}

// In the order of their digests, so that every reader finds the same first (arrival::Fact::digest).
Outcome read_room_blocks(Sql& sql, std::vector<Given>& answers) {
  RoomBlocks blocks(answers);
  return each_event<event::AnswersReleased>(
      sql, [&](const std::string& programme, const event::AnswersReleased& released, WallTime /*time*/) {
        blocks.add(programme, released);
      });
}

// As the column `together` holds it.
std::uint64_t stored_kind(BlockKind kind) {
  switch (kind) {
    case BlockKind::kSession:
      return 0;
    case BlockKind::kTogether:
      return 1;
    case BlockKind::kRoom:
      return 2;
  }
  return 0;
}

BlockKind kind_from(std::uint64_t number) {
  return number == 0 ? BlockKind::kSession : number == 1 ? BlockKind::kTogether : BlockKind::kRoom;
}

Result<std::vector<Given>> read_submitted(Sql& sql) {
  TRY(const Thresholds thresholds, Thresholds::read(sql));
  std::vector<Given> all;
  TRY_DONE(
      sql.query("SELECT session, form, form_hash, answers, programme, feedback.id, time, "
                "COALESCE(block, 0), COALESCE(together, 0) "
                "FROM feedback LEFT JOIN released ON released.id = feedback.id WHERE state = 'submitted' "
                "ORDER BY feedback.id",
                {}, [&](const SqlRow& row) -> Outcome {
                  TRY(auto answers, wire::answers_from_json(row.text(3)));
                  all.push_back({row.text(0),
                                 row.text(1),
                                 row.text(2),
                                 std::move(answers),
                                 thresholds.of(row.text(4), row.text(2)),
                                 row.text(4),
                                 row.text(5),
                                 time_of(row.text(6)),
                                 {row.number(7), kind_from(row.number(8))}});
                  return Done{};
                }));
  TRY_DONE(read_room_blocks(sql, all));
  return all;
}

Result<std::set<std::string>> programmes_with_room_blocks(Sql& sql) {
  std::set<std::string> programmes;
  const std::string type = wire::to_envelope(event::AnswersReleased{}, {}).type;
  TRY_DONE(sql.query("SELECT DISTINCT programme FROM event WHERE type = $1", {type}, [&](const SqlRow& row) {
    programmes.insert(row.text(0));
    return Done{};
  }));
  return programmes;
}

bool is_connected(const DeviceLine& line) { return line.presence == "ready" || line.presence == "sleeping"; }

using TimeOfSession = std::map<std::pair<std::string, std::string>, WallTime>;

// The last event of that type, by programme and session.
template <class Told>
Result<TimeOfSession> last_of(Sql& sql) {
  TimeOfSession last;
  TRY_DONE(each_event<Told>(sql, [&](const std::string& programme, const Told& told, WallTime at) {
    WallTime& time = last[{programme, told.session.text()}];
    time = std::max(time, at);
  }));
  return last;
}

Result<Progress> read_progress(Sql& sql, WallTime now) {
  Progress progress;
  progress.now = now;
  TRY(progress.ends, last_of<event::SessionEnded>(sql));
  // An end that was taken back, or after which the session was started again, is none.
  TRY(const auto starts, last_of<event::SessionStarted>(sql));
  std::erase_if(progress.ends, [&](const auto& end) {
    const auto start = starts.find(end.first);
    return start != starts.end() && start->second > end.second;
  });
  std::map<Device, DeviceLine> lines;
  TRY_DONE(read_presence(sql, lines));
  TRY_DONE(read_received(sql, lines));
  for (const auto& [device, line] : lines)
    if (line.missing > 0 || line.pending > 0) progress.incomplete.insert(device.first);
  TRY(const auto shown_live, programmes_with_room_blocks(sql));
  for (const auto& [device, line] : lines)
    if (shown_live.contains(device.first) && !is_connected(line))
      progress.silent_since[device.first].push_back(time_of(line.last_seen));
  return progress;
}

// In the order of the random ids, as the answers came from the database.
Outcome store_blocks(Sql& sql, const std::vector<Given>& answers) {
  Rows rows{"released", {"id", "block", "together"}, 1, {}};
  for (const Given& each : answers)
    if (each.block.number > 0)
      rows.rows.push_back({std::string_view(each.id), each.block.number, stored_kind(each.block.kind)});
  const auto added = sql.add(rows);
  return added.ok() ? Outcome(Done{}) : Outcome(added.error());
}

}  // namespace

Result<Reader> Reader::open(const std::string& name) {
  TRY(auto sql, Sql::open(name, OpenMode::kReadOnly));
  TRY_DONE(check_version(*sql));
  return Reader(std::move(sql));
}

Result<std::vector<Given>> Reader::submitted() const { return read_submitted(*sql_); }

Result<Progress> Reader::progress(WallTime now) const { return read_progress(*sql_, now); }

Result<std::vector<ClosingSlip>> Reader::slips() const {
  std::vector<ClosingSlip> slips;
  TRY_DONE(
      sql_->query("SELECT id, room, session, form, form_hash, language, answers FROM feedback "
                  "WHERE state = 'submitted' ORDER BY room",
                  {}, [&](const SqlRow& row) { return add_to(slips, row); }));
  return slips;
}

Result<std::uint64_t> Reader::submission_count() const {
  return number_of(*sql_, "SELECT count(*) FROM feedback");
}

Result<std::vector<SetAside>> Reader::set_aside() const {
  std::map<RoomAndForm, SetAside> answers;
  TRY_DONE(sql_->query("SELECT attributes FROM quarantine WHERE topic LIKE '%/ev/feedback'", {},
                       [&](const SqlRow& row) {
                         const RoomAndForm key = room_and_form_of(row.text(0));
                         auto& group = answers[key];
                         group = {group.rows + 1, true, key.room, key.form};
                         return Done{};
                       }));
  std::vector<SetAside> all;
  for (auto& [key, group] : answers) all.push_back(std::move(group));
  TRY(const std::uint64_t others,
      number_of(*sql_, "SELECT count(*) FROM quarantine WHERE topic NOT LIKE '%/ev/feedback'"));
  if (others > 0) all.push_back({others, false, {}, {}});
  return all;
}

Result<std::vector<DeviceLine>> Reader::devices() const {
  std::map<Device, DeviceLine> lines;
  TRY_DONE(read_presence(*sql_, lines));
  TRY_DONE(read_received(*sql_, lines));
  std::vector<DeviceLine> all;
  for (auto& [device, line] : lines) {
    line.programme = device.first;
    line.device = device.second;
    all.push_back(std::move(line));
  }
  return all;
}

Outcome release_answers(const std::string& database, WallTime now) {
  TRY(const Reader reader, Reader::open(database));
  TRY(std::vector<Given> answers, reader.submitted());
  TRY(const Progress so_far, reader.progress(now));
  if (!cut_blocks(answers, so_far)) return Done{};  // mostly: the hub that collects need not wait
  TRY(auto sql, Sql::open(database, OpenMode::kCreate));
  return sql->transaction([&]() -> Outcome {
    TRY(answers, read_submitted(*sql));
    TRY(const Progress progress, read_progress(*sql, now));
    if (!cut_blocks(answers, progress)) return Done{};  // another report was faster
    return store_blocks(*sql, answers);
  });
}

}  // namespace tertulia::hub

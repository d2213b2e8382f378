// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/queries.h"

#include <algorithm>
#include <functional>
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

constexpr int kLooks = 3;

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

// Hands on each answer that was submitted, mixed or waiting, once. In the order of their ids.
Outcome each_submitted(Sql& sql, const MixingKeyFile& keys, const std::function<Outcome(FeedbackRow)>& take) {
  TRY(Waiting waiting, read_waiting(sql, keys));
  std::map<std::string, FeedbackRow> rows;
  for (FeedbackRow& row : waiting.answers)
    if (row.state == to_text(SubmissionState::kSubmitted)) rows.emplace(row.id, std::move(row));
  const auto take_up_to = [&](const std::string& id) -> Outcome {
    for (auto next = rows.begin(); next != rows.end() && next->first < id; next = rows.erase(next))
      TRY_DONE(take(std::move(next->second)));
    return Done{};
  };
  const auto take_mixed = [&](const SqlRow& row) -> Outcome {
    TRY_DONE(take_up_to(row.text(0)));
    rows.erase(row.text(0));  // mixed while this was read
    return take({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                 row.text(7), row.text(8), row.text(9)});
  };
  TRY_DONE(
      sql.query("SELECT id, programme, room, session, form, form_hash, language, state, answers, time "
                "FROM feedback WHERE state = 'submitted' ORDER BY id",
                {}, take_mixed));
  for (auto& [id, row] : rows) TRY_DONE(take(std::move(row)));
  return Done{};
}

Result<Submission> submission_from(const FeedbackRow& row) {
  Submission submission;
  TRY(submission.id, SubmissionId::parse(row.id));
  submission.room = row.room;
  submission.session = row.session;
  submission.form = row.form;
  submission.form_hash = row.form_hash;
  submission.language = row.language;
  submission.state = SubmissionState::kSubmitted;
  TRY(submission.answers, wire::answers_from_json(row.answers));
  return submission;
}

Outcome add_to(std::map<std::string, ClosingSlip>& slips, const FeedbackRow& row) {
  TRY(const Submission submission, submission_from(row));
  ClosingSlip& slip = slips.try_emplace(row.room, ClosingSlip{row.room, 0, 0, {}, {}, 0}).first->second;
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

Result<std::map<std::string, BlockName>> read_blocks(Sql& sql) {
  std::map<std::string, BlockName> blocks;
  TRY_DONE(sql.query("SELECT id, block, together FROM released", {}, [&](const SqlRow& row) {
    blocks[row.text(0)] = {row.number(1), kind_from(row.number(2))};
    return Done{};
  }));
  return blocks;
}

Result<std::vector<Given>> read_submitted(Sql& sql, const MixingKeyFile& keys) {
  TRY(const Thresholds thresholds, Thresholds::read(sql));
  std::vector<Given> all;
  TRY_DONE(each_submitted(sql, keys, [&](const FeedbackRow& row) -> Outcome {
    TRY(auto answers, wire::answers_from_json(row.answers));
    all.push_back({row.session, row.form, row.form_hash, std::move(answers),
                   thresholds.of(row.programme, row.form_hash), row.programme, row.id, time_of(row.time)});
    return Done{};
  }));
  // Afterwards: what was put into a block is there by then.
  TRY(const auto blocks, read_blocks(sql));
  for (Given& each : all)
    if (const auto block = blocks.find(each.id); block != blocks.end()) each.block = block->second;
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

Result<std::uint64_t> mixed_count(Sql& sql) { return number_of(sql, "SELECT count(*) FROM feedback"); }

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

Result<Progress> read_progress(Sql& sql, const MixingKeyFile& keys, WallTime now) {
  Progress progress;
  TRY(const Waiting waiting, read_waiting(sql, keys));
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
    if (line.missing > 0 || line.pending > 0 || waiting.unopened > 0)
      progress.incomplete.insert(device.first);
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
  TRY(MixingKeyFile keys, mixing_key_file(name));
  return Reader(std::move(sql), std::move(keys));
}

Result<std::vector<Given>> Reader::submitted() const { return read_submitted(*sql_, keys_); }

Result<Progress> Reader::progress(WallTime now) const { return read_progress(*sql_, keys_, now); }

Result<std::vector<ClosingSlip>> Reader::slips() const {
  std::map<std::string, ClosingSlip> by_room;
  TRY_DONE(each_submitted(*sql_, keys_, [&](const FeedbackRow& row) { return add_to(by_room, row); }));
  std::vector<ClosingSlip> slips;
  for (auto& [room, slip] : by_room) slips.push_back(std::move(slip));
  return slips;
}

// What is moved while this reads would be counted twice, so it is read again then.
Result<std::uint64_t> Reader::submission_count() const {
  std::uint64_t count = 0;
  for (int look = 0; look < kLooks; ++look) {
    TRY(const std::uint64_t before, mixed_count(*sql_));
    TRY(const Waiting waits, waiting());
    TRY(const std::uint64_t after, mixed_count(*sql_));
    count = after + waits.answers.size() + waits.unopened;
    if (before == after) break;
  }
  return count;
}

// An answer whose lost key came back may have been sent again and mixed before.
Result<Waiting> Reader::waiting() const {
  TRY(Waiting waiting, read_waiting(*sql_, keys_));
  Rows ids{"feedback", {"id"}, 1, {}};
  for (const FeedbackRow& row : waiting.answers) ids.rows.push_back({std::string_view(row.id)});
  std::set<std::string> mixed;
  TRY_DONE(sql_->find(ids, [&](const SqlRow& row) {
    mixed.insert(row.text(0));
    return Done{};
  }));
  std::erase_if(waiting.answers, [&](const FeedbackRow& row) { return mixed.contains(row.id); });
  return waiting;
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
  TRY(const MixingKeyFile keys, mixing_key_file(database));
  return sql->transaction([&]() -> Outcome {
    TRY(answers, read_submitted(*sql, keys));
    TRY(const Progress progress, read_progress(*sql, keys, now));
    if (!cut_blocks(answers, progress)) return Done{};  // another report was faster
    return store_blocks(*sql, answers);
  });
}

}  // namespace tertulia::hub

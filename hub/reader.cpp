// SPDX-License-Identifier: Apache-2.0
#include "hub/reader.h"

#include "firmware/domain/submission.h"
#include "firmware/wire/content.h"
#include "hub/database.h"
#include "hub/schema.h"

namespace tertulia::hub {
namespace {

using Device = std::pair<std::string, std::string>;

Outcome read_presence(const Sqlite& sqlite, std::map<Device, DeviceLine>& lines) {
  TRY(auto query,
      sqlite.prepare("SELECT programme, device, state, last_seen, pending, clock_quality FROM device"));
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) return Done{};
    DeviceLine& line = lines[{query.text(0), query.text(1)}];
    line.presence = query.text(2);
    line.last_seen = query.text(3);
    line.pending = query.number(4);
    line.clock_quality = query.text(5);
  }
}

Outcome read_received(const Sqlite& sqlite, std::map<Device, DeviceLine>& lines) {
  TRY(auto query, sqlite.prepare("SELECT programme, device, epoch, first, last FROM received"));
  Holdings holdings;
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) break;
    holdings[{query.text(0), query.text(1), query.text(2)}].add({query.number(3), query.number(4)});
  }
  for (const auto& [stream, ranges] : holdings) {
    DeviceLine& line = lines[{stream.programme, stream.device}];
    line.held += ranges.count();
    line.missing += ranges.missing();
  }
  return Done{};
}

Result<Submission> submission_from(const Statement& row) {
  Submission submission;
  TRY(submission.id, SubmissionId::parse(row.text(0)));
  submission.room = row.text(1);
  submission.session = row.text(2);
  submission.form = row.text(3);
  submission.form_hash = row.text(4);
  submission.language = row.text(5);
  submission.state = SubmissionState::kSubmitted;
  TRY(submission.answers, answers_from_json(row.text(6)));
  return submission;
}

}  // namespace

Result<Reader> Reader::open(const std::string& path) {
  TRY(auto sqlite, Sqlite::open(path, OpenMode::kReadOnly));
  TRY_DONE(check_version(sqlite));
  return Reader(std::move(sqlite));
}

Result<std::vector<Given>> Reader::submitted() const {
  TRY(auto query, sqlite_.prepare("SELECT session, form, answers FROM feedback WHERE state = 'submitted'"));
  std::vector<Given> all;
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) return all;
    TRY(auto answers, answers_from_json(query.text(2)));
    all.push_back({query.text(0), query.text(1), std::move(answers)});
  }
}

Result<std::vector<Slip>> Reader::slips() const {
  TRY(auto query,
      sqlite_.prepare("SELECT id, room, session, form, form_hash, language, answers FROM feedback "
                      "WHERE state = 'submitted' ORDER BY room"));
  std::vector<Slip> slips;
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) return slips;
    TRY(const Submission submission, submission_from(query));
    if (slips.empty() || slips.back().room != submission.room)
      slips.push_back({submission.room, 0, 0, {}, {}, 0});
    Slip& slip = slips.back();
    slip.receipted_sum.add(wire::hash_of(submission));
    slip.submitted_sum = slip.receipted_sum;
    slip.submitted = ++slip.receipted;
  }
}

Result<std::uint64_t> Reader::count(std::string_view sql) const {
  TRY(auto query, sqlite_.prepare(sql));
  TRY(const bool row, query.step());
  return row ? query.number(0) : std::uint64_t{0};
}

Result<std::uint64_t> Reader::submission_count() const { return count("SELECT count(*) FROM feedback"); }

Result<std::uint64_t> Reader::quarantine_count() const { return count("SELECT count(*) FROM quarantine"); }

Result<std::vector<DeviceLine>> Reader::devices() const {
  std::map<Device, DeviceLine> lines;
  TRY_DONE(read_presence(sqlite_, lines));
  TRY_DONE(read_received(sqlite_, lines));
  std::vector<DeviceLine> all;
  for (auto& [device, line] : lines) {
    line.programme = device.first;
    line.device = device.second;
    all.push_back(std::move(line));
  }
  return all;
}

}  // namespace tertulia::hub

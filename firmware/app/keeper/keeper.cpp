// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/keeper/keeper.h"

#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "firmware/app/keeper/backlog.h"
#include "firmware/threads/mailbox.h"
#include "firmware/wire/envelope.h"

namespace tertulia {
namespace {

constexpr Milliseconds kTimeInterval = std::chrono::hours(1);
constexpr Milliseconds kClockTolerance = std::chrono::minutes(1);
constexpr std::size_t kLongestBacklog = 1024;

class Keeper {
 public:
  Keeper(Store& store, const KeeperBoxes& boxes)
      : store_(store), in_(boxes.in), main_(boxes.main), courier_(boxes.courier) {}

  void flush() {
    main_.flush();
    courier_.flush();
  }

  void operator()(const to_keeper::SaveDraft& request) {
    const SubmissionId& id = request.submission.id;
    if (done(store_.save_draft(request.submission)))
      untouched_since_.insert_or_assign(id, std::nullopt);
    else if (!untouched_since_.contains(id))
      main_.put(to_main::NotBegun{id});
  }

  void operator()(const to_keeper::CloseSubmission& request) {
    const SubmissionId& id = request.submission.id;
    const auto counts = store_.close_submission(request.submission, request.time);
    const bool ok = done(counts);
    if (ok) untouched_since_.erase(id);
    if (request.submission.state == SubmissionState::kAbandoned) return main_.put(to_main::Left{id, ok});
    main_.put(to_main::SubmissionClosed{id, ok, ok ? counts.value() : StoreCounts{}});
    if (ok) tell_of_new_rows(counts.value());
  }

  void operator()(const to_keeper::KeepContact& request) {
    const bool ok = done(store_.keep_contact(request.contact, request.day));
    main_.put(to_main::ContactKept{request.contact.id, ok});
  }

  void operator()(const to_keeper::Thanked& request) {
    main_.put(to_main::Left{request.id, done(store_.thanked(request.id))});
  }

  // Where the store refuses, what was said of earlier blocks is told all the same.
  void operator()(const to_keeper::CountResults& request) {
    const ResultsToCount& what = request.what;
    const auto read = [&] { return store_.answers_to(what.form_hash, what.session.text()); };
    auto answers = read();
    bool is_cut = true;
    while (answers.ok() && is_cut) {
      auto block = next_block(answers.value(), what);
      if (block.empty()) break;
      is_cut =
          done(store_.release({what.form, what.session, std::move(block)}, what.threshold.k(), request.time));
      if (is_cut) tell_of_appended();
      answers = read();
    }
    to_main::ResultsCounted counted{request.room, std::nullopt, is_cut && answers.ok()};
    if (done(answers) && answers.value().are_complete) counted.share = results_of(answers.value(), what);
    main_.put(std::move(counted));
  }

  void operator()(const to_keeper::CountInventory&) {
    auto inventory = store_.inventory();
    if (done(inventory)) main_.put_newest(to_main::InventoryCounted{std::move(inventory).value()});
  }

  void operator()(const to_keeper::Record& request) {
    if (done(store_.append(request.event, request.time))) tell_of_appended();
  }

  void operator()(const to_keeper::SaveRoomWord& request) {
    done(store_.save_room_word({request.room, request.place, request.body}));
  }

  void operator()(const to_keeper::TakeWaiting& request) {
    auto rows = store_.waiting(request.after, request.limit);
    const bool ok = done(rows);
    courier_.put(to_courier::Waiting{ok ? std::move(rows).value() : std::vector<OutboxRow>{}});
  }

  void operator()(const to_keeper::Park& request) {
    if (done(store_.park(request.event_id, request.reason))) tell_counts();
  }

  void operator()(const to_keeper::Unpark& request) {
    if (done(store_.unpark(request.reason))) tell_counts();
  }

  void operator()(const to_keeper::Acknowledge& request) {
    const auto counts = store_.acknowledge(request.ack, request.now);
    if (!done(counts)) return;
    main_.put_newest(to_main::CountsChanged{counts.value()});
    tell_pending(counts.value());
  }

  void operator()(const to_keeper::Tidy& request) {
    note_time(request.now);
    empty_old_drafts(request.now.boot);
    const auto sent = store_.send_contacts(request.now);
    if (done(sent) && sent.value()) tell_of_appended();
    const auto more = store_.purge(request.now);
    // Behind what waits meanwhile; without room for it the next one goes on.
    if (done(more) && more.value()) static_cast<void>(in_.put(request));
  }

  void operator()(const to_keeper::RecordCommand& request) {
    const HubCommand& command = request.command;
    if (done(store_.raise_high_water_mark(kLastCommand, command.number)))
      return main_.put(to_main::CommandArrived{command});
    courier_.put(to_courier::Reply{std::string(name_of(command.action)),
                                   command.correlation,
                                   {ReplyResult::kRefused, "its store cannot be written"}});
  }

  // The state at the start, for the status line and the first presence message.
  void begin() {
    if (const auto counts = tell_counts()) tell_pending(*counts);
  }

 private:
  void empty_old_drafts(BootTime now) {
    for (auto draft = untouched_since_.begin(); draft != untouched_since_.end();) {
      auto& [id, since] = *draft;
      if (!since) since = now;
      const bool is_emptied = now - *since >= kLongestDraft && done(store_.empty_draft(id));
      draft = is_emptied ? untouched_since_.erase(draft) : std::next(draft);
    }
  }

  template <class T>
  bool done(const Result<T>& outcome) {
    if (!outcome.ok()) main_.put_newest(to_main::StoreFailed{outcome.error().message});
    return outcome.ok();
  }

  // The mark only rises: a clock that was set wrong for a moment must not shut the device out for years. So
  // it counts when it was good for an hour, and went as the boot clock did.
  void note_time(const Now& now) {
    if (!is_good(now.quality)) return good_since_.reset();
    const auto went = [&] { return now.wall - good_since_->wall; };
    const auto passed = [&] { return std::chrono::floor<Milliseconds>(now.boot - good_since_->boot); };
    if (!good_since_ || std::chrono::abs(went() - passed()) > kClockTolerance) {
      good_since_ = now;
      return;
    }
    const auto since_1970 = now.wall.time_since_epoch().count();
    if (passed() < kTimeInterval || since_1970 < 0) return;
    if (done(store_.raise_high_water_mark(kLastGoodTime, static_cast<std::uint64_t>(since_1970))))
      good_since_ = now;
  }

  std::optional<StoreCounts> tell_counts() {
    const auto counts = store_.counts();
    if (!done(counts)) return std::nullopt;
    main_.put_newest(to_main::CountsChanged{counts.value()});
    return counts.value();
  }

  void tell_of_appended() {
    if (const auto counts = tell_counts()) tell_of_new_rows(*counts);
  }

  // The oldest changes only when the first row comes, or when rows go.
  void tell_of_new_rows(const StoreCounts& counts) {
    courier_.offer(to_courier::NewRows{});
    if (counts.waiting == 1) tell_pending(counts);
  }

  void tell_pending(const StoreCounts& counts) {
    to_courier::Pending pending{counts.waiting, ""};
    const auto first = store_.waiting({"", 0}, 1);
    if (first.ok() && !first.value().empty())
      if (const auto envelope = wire::from_stored(first.value().front().body); envelope.ok())
        pending.oldest = envelope.value().recorded_time;
    courier_.offer(std::move(pending));
  }

  Store& store_;
  KeeperBox& in_;
  Sender<ToMain> main_;
  Sender<ToCourier> courier_;
  // Of each draft that the store holds; none: until the next Tidy.
  std::map<SubmissionId, std::optional<BootTime>> untouched_since_;
  std::optional<Now> good_since_;  // the clock; or since it was noted last
};

}  // namespace

void run_keeper(Store& store, const KeeperBoxes& boxes) {
  Keeper keeper(store, boxes);
  keeper.begin();
  Backlog backlog;
  for (;;) {
    // What came meanwhile may be more urgent. A mailbox that is left full slows down who fills it.
    if (backlog.size() < kLongestBacklog) backlog.add(boxes.in.drain());
    auto request = backlog.next();
    if (!request) request = boxes.in.take();
    if (!request) break;
    keeper.flush();
    std::visit(keeper, *request);
  }
  keeper.flush();
}

}  // namespace tertulia

// SPDX-License-Identifier: Apache-2.0
// What the real store did to its disk, deed by deed, and what it had promised at each point.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/submission.h"
#include "tests/powercut/defects.h"
#include "tests/powercut/disk_calls.h"
#include "tests/powercut/seen.h"

namespace tertulia::powercut {

// One call of the store. The disk saw the operations [began, ended) of it.
struct Deed {
  std::string name;
  std::size_t began = 0;
  std::size_t ended = 0;
  Lines after;             // what is in the store from then on
  bool may_renew = false;  // a cut inside may cost an epoch, by design (lineage.h)
};

// A person read "thank you" for it.
struct Thanks {
  Submission submission;
  std::size_t at = 0;  // position in the trace
};

struct Recording {
  Image begin;
  std::vector<Operation> trace;
  Lines before;
  std::vector<Deed> deeds;
  std::vector<Thanks> thanks;
  std::vector<Submission> begun;  // of these and no others may there be something
};

// Writes down everything that happens in a folder while it lives.
class Recorder final : public Watcher {
 public:
  // `name`: of the database in `folder`.
  Recorder(std::string folder, std::string name, Defect defect);

  // What is in the store after a deed; kClosed: nothing to look into, it is as it was.
  enum class Look { kAfterwards, kClosed };
  void deed(const std::string& name, Look look, const std::function<void()>& work);
  void renewing() { may_renew_ = true; }  // the next deed
  void thank(const Submission& submission);
  void begin(const Submission& submission) { recording_.begun.push_back(submission); }

  [[nodiscard]] Recording take() { return std::move(recording_); }

  [[nodiscard]] int refuse(Call) override { return 0; }
  void done(const Operation& operation) override;

 private:
  std::string path_;
  Defect defect_;
  Recording recording_;
  bool may_renew_ = false;
};

}  // namespace tertulia::powercut

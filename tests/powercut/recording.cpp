// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/recording.h"

#include <utility>

namespace tertulia::powercut {

Recorder::Recorder(std::string folder, std::string name, Defect defect)
    : path_(folder + "/" + name), defect_(defect) {
  recording_.begin = read_folder(folder);
}

void Recorder::done(const Operation& operation) {
  if (defect_ == Defect::kFilesNotSynced && std::holds_alternative<operation::Sync>(operation)) return;
  if (defect_ == Defect::kFoldersNotSynced && std::holds_alternative<operation::SyncFolder>(operation))
    return;
  recording_.trace.push_back(operation);
}

void Recorder::deed(const std::string& name, Look look, const std::function<void()>& work) {
  Deed deed;
  deed.name = name;
  deed.began = recording_.trace.size();
  deed.may_renew = std::exchange(may_renew_, false);
  work();
  deed.ended = recording_.trace.size();
  if (look == Look::kAfterwards)
    deed.after = lines_of(see(path_).value());
  else
    deed.after = recording_.deeds.empty() ? recording_.before : recording_.deeds.back().after;
  recording_.deeds.push_back(std::move(deed));
}

void Recorder::thank(const Submission& submission) {
  recording_.thanks.push_back({submission, recording_.trace.size()});
}

}  // namespace tertulia::powercut

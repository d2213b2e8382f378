// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_forms.h"

namespace tertulia {
namespace {

// The only one that the screen asks; null: it asks about sessions.
const Questionnaire* own_form(const DeviceState& device_state, const RoleSettings& settings) {
  return settings.forms.size() == 1 ? device_state.pack.questionnaire(settings.forms.front()) : nullptr;
}

// That has just ended, or runs and is asked about.
std::optional<PublicSession> session_to_ask(const DeviceState& device_state, const RoleSettings& settings,
                                            const Now& now) {
  const auto running = public_session_in(device_state, settings.room, now);
  if (settings.asks == KioskAsks::kAlways) return running;
  const bool is_break = running && running->open() && running->open()->is_break;
  if (running && !is_break) {
    const Questionnaire* form = form_about(device_state, running);
    return form && form->asks_while_running ? running : std::nullopt;
  }
  return public_session_ended_in(device_state, settings.room, settings.asks_for, now);
}

}  // namespace

const Questionnaire* form_about(const DeviceState& device_state,
                                const std::optional<PublicSession>& session) {
  if (const Session* open = session ? session->open() : nullptr; open && !open->form.empty())
    if (const Questionnaire* own = device_state.pack.questionnaire(open->form)) return own;
  return device_state.pack.questionnaire(device_state.pack.visit.default_form);
}

ToAsk to_ask(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  if (const Questionnaire* own = own_form(device_state, settings)) return {own};
  const auto session = session_to_ask(device_state, settings, now);
  if (!session && settings.asks == KioskAsks::kEnded) return {};
  const Questionnaire* form = form_about(device_state, session);
  return {form, session};
}

std::vector<const Questionnaire*> offered_forms(const DeviceState& device_state, const RoleSettings& settings,
                                                const ToAsk& asked) {
  std::vector<const Questionnaire*> offered;
  if (settings.forms.size() < 2) return offered;
  for (const std::string& id : settings.forms) {
    const Questionnaire* form = device_state.pack.questionnaire(id);
    // The same one about a session and about none are two things to answer.
    const bool is_asked = form == asked.form && !asked.session;
    if (form && !is_asked) offered.push_back(form);
  }
  return offered;
}

std::vector<std::string> missing_forms(const DeviceState& device_state, const RoleSettings& settings) {
  std::vector<std::string> missing;
  for (const std::string& id : settings.forms)
    if (!device_state.pack.questionnaire(id)) missing.push_back(id);
  return missing;
}

}  // namespace tertulia

// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/enrol.h"

#include "drivers/linux/clock.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/formats/configuration/configuration.h"
#include "firmware/program/console.h"
#include "firmware/program/identity.h"
#include "firmware/program/qr_text.h"

namespace tertulia {
namespace {

Outcome ask(const EnrolOptions& options, const formats::Configuration& configuration) {
  TRY(const SystemClock clock, SystemClock::open());
  TRY(const auto application, apply_for_identity(configuration, clock.now().wall));
  const auto file = options.to / (configuration.device.id + ".request.pem");
  TRY_DONE(replace_file(file, application.request, Readers::kEverybody));
  TRY(const QrCode picture, qr_code(application.request));
  print_drawing(qr_text(picture));
  print(
      "\n" + application.asks + "\nThis request is in " + file.string() +
      " and, for a camera, in this picture. At the hub, within two weeks:\n"
      "  tertulia-hub enrol FILE --code " +
      application.code +
      " --authority FOLDER --signing-key FILE --to ANSWER\n"
      "The code covers the name, the roles and the key of this device. Tell it to the person at the hub, who "
      "must see the same name and roles. Do not send it together with the file.\n");
  return Done{};
}

Outcome take(const EnrolOptions& options, const formats::Configuration& configuration) {
  TRY(const std::string bundle, read_file(options.take, {.links = Links::kRefused}));
  TRY_DONE(take_identity(configuration.broker.identity, {configuration.device.id, bundle, options.code}));
  print(configuration.device.id +
        " is enrolled. If it is running, it restarts by itself as soon as nobody is answering; otherwise "
        "start it.\n");
  return Done{};
}

}  // namespace

Outcome enrol(const EnrolOptions& options) {
  TRY(const auto configuration, formats::read_configuration(options.config));
  if (configuration.broker.identity.empty())
    return Error{options.config.string() +
                 ", [broker], identity: name a folder for the key and the certificate"};
  return options.take.empty() ? ask(options, configuration) : take(options, configuration);
}

}  // namespace tertulia

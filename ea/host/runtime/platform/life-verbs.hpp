#pragma once

namespace mql {
void registerLifeVerbs();
}

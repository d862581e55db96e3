// TerminalInfo… and MQLInfo….
#include <string>

#include "generated/builtins.hpp"
#include "language/error.hpp"
#include "platform/disk.hpp"
#include "platform/file-store.hpp"
#include "platform/platform.hpp"
#include "platform/terminal-state.hpp"

namespace mql {
namespace {

constexpr int32_t kBuild = 5120;
constexpr int32_t kMaxBars = 100'000;
constexpr int32_t kMebibyte = 1 << 20;

String withoutTail(const std::string& path, const std::string& tail) {
  const size_t at = path.size() > tail.size() ? path.size() - tail.size() : 0;
  const bool has = path.compare(at, std::string::npos, tail) == 0;
  return String::fromUtf8(has ? path.substr(0, at) : path);
}

}  // namespace

int32_t TerminalInfoInteger(ENUM_TERMINAL_INFO_INTEGER property) {
  const TerminalState& state = terminalState();
  switch (property) {
    case TERMINAL_BUILD: return kBuild;
    case TERMINAL_CONNECTED: return state.connected;
    case TERMINAL_TRADE_ALLOWED: return state.autoTrading;
    case TERMINAL_PING_LAST: return state.pingUs;
    case TERMINAL_MAXBARS: return kMaxBars;
    case TERMINAL_CODEPAGE: return 1252;
    case TERMINAL_CPU_CORES: return 2;
    case TERMINAL_SCREEN_DPI: return 96;
    case TERMINAL_X64: return 1;
    case TERMINAL_DISK_SPACE: return static_cast<int32_t>(disk::freeBytes() / kMebibyte);
    default: return 0;
  }
}

double TerminalInfoDouble(ENUM_TERMINAL_INFO_DOUBLE) { return 0; }

String TerminalInfoString(ENUM_TERMINAL_INFO_STRING property) {
  const bool inMemory = platform().isVirtual();
  const FileStore& files = platform().files();
  switch (property) {
    case TERMINAL_LANGUAGE: return u"English"_s;
    case TERMINAL_COMPANY: return u"BITTEN host"_s;
    case TERMINAL_NAME: return u"MetaTrader 5"_s;
    case TERMINAL_PATH:
    case TERMINAL_DATA_PATH:
      return withoutTail(files.root(Area::local), inMemory ? "\\MQL5\\Files" : "/MQL5/Files");
    case TERMINAL_COMMONDATA_PATH:
      return withoutTail(files.root(Area::common), inMemory ? "\\Files" : "/Files");
    default: return u""_s;
  }
}

int32_t MQLInfoInteger(ENUM_MQL_INFO_INTEGER property) {
  switch (property) {
    case MQL_PROGRAM_TYPE: return PROGRAM_EXPERT;
    case MQL_TRADE_ALLOWED: return terminalState().programTrading;
    default: return 0;
  }
}

String MQLInfoString(ENUM_MQL_INFO_STRING property) {
  return property == MQL_PROGRAM_NAME ? u"BITTENBridge"_s : u"MQL5\\Experts\\BITTENBridge.ex5"_s;
}

}  // namespace mql

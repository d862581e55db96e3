//--- The program itself: its events, its end, its messages, its errors.
enum ENUM_INIT_RETCODE
  {
   INIT_SUCCEEDED, INIT_FAILED, INIT_PARAMETERS_INCORRECT, INIT_AGENT_NOT_SUITABLE
  };

const int REASON_PROGRAM=0;
const int REASON_REMOVE=1;
const int REASON_RECOMPILE=2;
const int REASON_CHARTCHANGE=3;
const int REASON_CHARTCLOSE=4;
const int REASON_PARAMETERS=5;
const int REASON_ACCOUNT=6;
const int REASON_TEMPLATE=7;
const int REASON_INITFAILED=8;
const int REASON_CLOSE=9;

extern const int    _LastError;
extern const bool   _StopFlag;
extern const int    _UninitReason;
extern const bool   _IsX64;

void Print(...);
void PrintFormat(string format_string,...);
void printf(string format_string,...);
void Comment(...);
void Alert(...);
bool PlaySound(string filename);
bool SendNotification(string text);

int  GetLastError();
void ResetLastError();
void SetUserError(ushort user_error);
bool IsStopped();
int  UninitializeReason();
void ExpertRemove();

bool EventSetMillisecondTimer(int milliseconds);
bool EventSetTimer(int seconds);
void EventKillTimer();
bool EventChartCustom(long chart_id,ushort custom_event_id,long lparam,double dparam,string sparam);

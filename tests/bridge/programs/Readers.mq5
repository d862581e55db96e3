//+------------------------------------------------------------------+
//| Readers.mq5                                                      |
//| A program without a will of its own: every chart event is a line |
//| `VERB WORDS…` that it tries on the readers of the EA, and prints |
//| what they made of it. Bytes are hexadecimal, `-` stands for none.|
//+------------------------------------------------------------------+
#include "JsonVerbs.mqh"
#include "ZmtpVerbs.mqh"
#include "DigestVerbs.mqh"
#include "HandshakeVerbs.mqh"
#include "SessionVerbs.mqh"
#include "CommandVerbs.mqh"

CHandshakeVerbs handshakes;
CSessionVerbs sessions;

string Answer(const string &words[])
  {
   string verb=words[0];
   if(verb=="json")
      return(JsonAnswer(words));
   if(verb=="command")
      return(CommandAnswer(words));
   if(verb=="zmtp")
      return(ZmtpAnswer(words));
   if(verb=="sha" || verb=="hmac" || verb=="same" || verb=="key")
      return(DigestAnswer(words));
   if(verb=="hello" || verb=="challenge" || verb=="prove" || verb=="welcome" || verb=="keys" || verb=="frame")
      return(handshakes.Answer(words));
   if(verb=="begin" || verb=="take" || verb=="say" || verb=="commit" || verb=="state")
      return(sessions.Answer(words));
   return("no such verb");
  }

int OnInit()
  {
   return(INIT_SUCCEEDED);
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   string words[];
   StringSplit(sparam,' ',words);
   Print(Answer(words));
  }
//+------------------------------------------------------------------+

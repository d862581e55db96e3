//+------------------------------------------------------------------+
//| SessionVerbs.mqh                                                 |
//| One session, step by step: `begin KEY NONCE`, `take HEADER BODY  |
//| MAC`, `say TYPE BODY`, `commit N`, `state`.                      |
//+------------------------------------------------------------------+
#include <BITTEN/Session.mqh>
#include "Words.mqh"

#define SESSION_SENT_MS       1767225600000

class CSessionVerbs
  {
private:
   CSession          m_session;

   string            Begin(const string &words[]);
   string            Take(const string &words[]);
   string            Say(const string &words[]);

public:
   string            Answer(const string &words[]);
  };

string CSessionVerbs::Begin(const string &words[])
  {
   SHello hello;
   SFrames frames;
   uchar key[];
   GoldenHello(hello);
   HexBytes(words[1],key);
   return(m_session.Begin(key,hello,words[2],SESSION_SENT_MS,frames) ? FramesHex(frames) : "failed");
  }

string CSessionVerbs::Take(const string &words[])
  {
   SFrames frames;
   HexBytes(words[1],frames.header);
   HexBytes(words[2],frames.body);
   HexBytes(Word(words,3),frames.mac);
   switch(m_session.Take(frames))
     {
      case TURN_PROVE:
         return("prove "+(m_session.Prove(SESSION_SENT_MS,frames) ? FramesHex(frames) : "failed"));
      case TURN_LIVE:
         return("live "+m_session.SessionId()+" "+IntegerToString(m_session.BeatMs()));
      case TURN_HEARD:
         return("heard");
      case TURN_MESSAGE:
         return("message");
      case TURN_OVER:
         return("over: "+m_session.Error());
      default:
         return("dropped: "+m_session.LastFault());
     }
  }

string CSessionVerbs::Say(const string &words[])
  {
   SFrames frames;
   HexBytes(words[2],frames.body);
   long number=m_session.Say(words[1],frames.body,SESSION_SENT_MS,false,"",frames.header,frames.mac);
   return(number>0 ? IntegerToString(number)+" "+FramesHex(frames) : "0");
  }

string CSessionVerbs::Answer(const string &words[])
  {
   if(words[0]=="begin")
      return(Begin(words));
   if(words[0]=="take")
      return(Take(words));
   if(words[0]=="say")
      return(Say(words));
   if(words[0]=="commit")
      m_session.Committed(StringToInteger(words[1]));
   return((m_session.IsLive() ? "live" : "apart")+" committed "+IntegerToString(m_session.CommittedUpTo())+" confirmed "+
          IntegerToString(m_session.ConfirmedUpTo())+" faults "+IntegerToString(m_session.Faults()));
  }
//+------------------------------------------------------------------+

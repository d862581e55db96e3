//+------------------------------------------------------------------+
//| Interfaces.mqh                                                   |
//| What the parts of the EA know of each other, and nothing more.   |
//| The link never sees the order desk, the feed never sees the      |
//| socket: Bridge.mqh alone wires them together.                    |
//+------------------------------------------------------------------+
#ifndef BITTEN_INTERFACES_MQH
#define BITTEN_INTERFACES_MQH

#include "JsonReader.mqh"

//--- Whoever has something to tell the app
class IOutbox
  {
public:
   //--- A session stands: the app has proved itself, and what is said is sent
   virtual bool      IsLive()=0;
   //--- body: one JSON object as text. Returns the number of the message, 0 when nobody hears or the queue is full
   virtual long      Say(const string type,const string body)=0;
   //--- headerExtra: ready members of the header, such as "\"rq\":\"…\",\"more\":1", or ""
   virtual long      SayBytes(const string type,const uchar &body[],const string headerExtra)=0;
   //--- A verdict or a deal: whoever says it keeps it on disk until OnConfirmed has passed the number
   virtual long      SayFact(const string type,const string body,const bool mayBeRepeat)=0;
   //--- Highest number of ours whose effects are on the app's disk
   virtual long      ConfirmedUpTo()=0;
   //--- Bytes that have not been handed to the socket
   virtual int       Waiting()=0;
  };

//--- Whom the link tells what came. Called from within Link.Poll, never from within Say
class ISink
  {
public:
   virtual void      OnLive(const string session,const int beatMs)=0;
   //--- The session is over; numbers of it mean nothing any more
   virtual void      OnApart(const string reason)=0;
   //--- body is valid until the call returns. Its effects must be on disk before Link.Committed(number) is called
   virtual void      OnMessage(const string type,const long number,const long sentMs,CJsonReader &body)=0;
   virtual void      OnConfirmed(const long upTo)=0;
  };

class IClock
  {
public:
   virtual long      UtcMs()=0;
  };

//--- Tells people: the journal of the terminal, and the app while it listens
class IHerald
  {
public:
   //--- level: "info", "warn" or "error"
   virtual void      Note(const string level,const string text)=0;
  };

#endif
//+------------------------------------------------------------------+

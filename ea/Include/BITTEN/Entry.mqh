//+------------------------------------------------------------------+
//| Entry.mqh                                                        |
//| What the EA knows of one command id.                             |
//+------------------------------------------------------------------+
#ifndef BITTEN_ENTRY_MQH
#define BITTEN_ENTRY_MQH

#include "Command.mqh"
#include "Verdict.mqh"

class CEntry
  {
public:
   SCommand          command;
   long              magic;
   long              atMs;        // UTC of its first record
   long              serverS;     // the broker's time then, seconds; 0 when it was not known
   bool              isIntended;  // its intention is on disk: from here on it may have been executed
   string            is;          // last verdict, "" for none yet
   string            body;
   bool              isTold;      // the app has confirmed the last verdict

   //--- Of this life of the EA only
   ulong             searchedSince;  // steady ms; 0 before the first look
   bool              isDone;         // the trade server said that it was done
   SVerdict          heard;          // and what it said
   int               tries;
   ulong             nextTry;        // steady ms
   ulong             nextRemoval;    // of what an order left unfilled, steady ms
   bool              isOverdue;      // it is removed because the broker has let its time pass
   ulong             waiting;        // order of a `place` as it was last seen at the broker, 0 before
   string            remark;         // what a person should know of the way it went

                     CEntry();
   bool              IsFinal() const { return(is!="" && CVerdict::IsFinal(is)); }
   //--- Its last word is still to come
   bool              IsOpen() const { return(isIntended && !IsFinal()); }
   //--- It may become a position, or has become one, and nobody knows which. What waits at the broker is known
   bool              IsDoubtful() const { return(IsOpen() && CCommand::OpensPosition(command.kind) && is!=VERDICT_PLACED); }
   string            IntentRecord() const;
   string            VerdictRecord(const bool told) const;
  };
//+------------------------------------------------------------------+
CEntry::CEntry() : magic(0),atMs(0),serverS(0),isIntended(false),is(""),body(""),isTold(false),searchedSince(0),
                   isDone(false),tries(0),nextTry(0),nextRemoval(0),isOverdue(false),waiting(0),remark("")
  {
   CCommand::Clear(command);
   CVerdict::Make(heard,"",0,"");
  }
//+------------------------------------------------------------------+
string CEntry::IntentRecord() const
  {
   string tail=CCommand::TailOf(command);
   return("I\t"+command.id+"\t"+IntegerToString(atMs)+"\t"+IntegerToString(serverS)+"\t"+CCommand::ToText(command)
          +"\t"+IntegerToString(magic)+(tail=="" ? "" : "\t"+tail));
  }
//+------------------------------------------------------------------+
string CEntry::VerdictRecord(const bool told) const
  {
   return("V\t"+command.id+"\t"+IntegerToString(atMs)+"\t"+(told ? "1" : "0")+"\t"+is+"\t"+body);
  }

#endif
//+------------------------------------------------------------------+

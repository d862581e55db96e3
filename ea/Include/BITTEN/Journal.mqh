//+------------------------------------------------------------------+
//| Journal.mqh                                                      |
//| The EA's memory: every command id with its intention and its     |
//| verdict, every deal that was told, and what has to survive a     |
//| restart besides. One file, one order of records, so that a crash |
//| can only ever cut it off at one place.                           |
//|                                                                  |
//|   I id …        an intention: it may be executed after this      |
//|   V id … is     a verdict; `unknown` and `placed` are not the    |
//|                 last word                                        |
//|   D ticket …    a deal that the app is to be told                |
//|   T key         the app has it                                   |
//|   S name …      something that survives a restart (a halt)       |
//+------------------------------------------------------------------+
#ifndef BITTEN_JOURNAL_MQH
#define BITTEN_JOURNAL_MQH

#include "JournalFile.mqh"
#include "Entry.mqh"
#include "Facts.mqh"
#include "Tickets.mqh"

//--- Ids and deals are forgotten after so long: no command lives longer than a minute
#define JOURNAL_KEPT_MS    7776000000
#define JOURNAL_TIDY_BYTES 4194304

class CJournal
  {
private:
   CJournalFile      m_file;
   CFamily          *m_family;
   IHerald          *m_herald;
   string            m_folder;
   CEntry           *m_entries[];     // by id
   CEntry           *m_open[];        // without a last word
   CFacts            m_facts;
   CTickets          m_deals;
   string            m_names[];
   string            m_states[];
   string            m_queue[];       // records that are not on disk
   bool              m_isFailing;
   bool              m_isLoaded;      // what is on disk has been read

   int               PlaceOf(const string id,bool &isThere) const;
   CEntry           *Ensure(const string id);
   void              NoteOpen(CEntry *entry);
   void              Queue(const string record);
   bool              Flush();
   void              Complain();
   void              Remember(const string name,const string text);
   void              LoadRecord(const string record);
   void              LoadIntent(const string &columns[]);
   void              LoadVerdict(const string &columns[]);
   void              LoadTold(const string key);
   void              Forget();
   bool              Compact(const string keepAs,const long nowMs);
   void              Collect(const long oldestMs,string &records[]) const;
   static string     StateRecord(const string name,const string text);
   static void       Put(string &records[],const string record);

public:
                     CJournal() : m_folder(""),m_isFailing(false),m_isLoaded(false) {}
                    ~CJournal() { Forget(); }
   bool              Open(const string folder,CFamily &family,IHerald *herald,const long nowMs);
   void              Close();
   //--- False: nothing can be written, so nothing may be opened
   bool              IsUsable() const { return(m_file.IsOpen() && !m_isFailing); }
   //--- False: it is not known what was done before, because another EA holds the file, or it cannot be read
   bool              IsLoaded() const { return(m_isLoaded); }
   string            Error() const { return(m_file.Error()); }
   //--- Writes what could not be written; opens again what could not be opened
   void              Repair(const long nowMs);
   CEntry           *Find(const string id);
   CEntry           *FindMagic(const long magic);
   CFacts           *Facts() { return(GetPointer(m_facts)); }
   CTickets         *Deals() { return(GetPointer(m_deals)); }
   int               OpenCount() const { return(ArraySize(m_open)); }
   CEntry           *OpenEntry(const int index) { return(m_open[index]); }
   //--- NULL: it is not on disk, and must not be executed. What ends a position may be: it is written when it can be
   CEntry           *Intend(const SCommand &command,const long nowMs,const long serverS,const bool mustBeOnDisk);
   //--- The verdict, kept until the app has it. Tried again later when the disk refuses
   CEntry           *Answer(const SCommand &command,const SVerdict &verdict,const long nowMs);
   void              KeepDeal(const ulong ticket,const long serverMs,const string body);
   void              Told(const string &keys[]);
   string            State(const string name) const;
   void              SetState(const string name,const string text);
  };

#include "JournalRecords.mqh"
#include "JournalTidy.mqh"

#endif
//+------------------------------------------------------------------+

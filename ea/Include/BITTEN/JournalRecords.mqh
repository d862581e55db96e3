//+------------------------------------------------------------------+
//| JournalRecords.mqh                                               |
//| Journal.mqh, its second part: looking up and writing down.       |
//+------------------------------------------------------------------+
#ifndef BITTEN_JOURNAL_RECORDS_MQH
#define BITTEN_JOURNAL_RECORDS_MQH

//+------------------------------------------------------------------+
//| First place whose id is not lower                                |
//+------------------------------------------------------------------+
int CJournal::PlaceOf(const string id,bool &isThere) const
  {
   int low=0;
   int high=ArraySize(m_entries);
   while(low<high)
     {
      int middle=(low+high)/2;
      if(StringCompare(m_entries[middle].command.id,id)<0)
         low=middle+1;
      else
         high=middle;
     }
   isThere=(low<ArraySize(m_entries) && m_entries[low].command.id==id);
   return(low);
  }
//+------------------------------------------------------------------+
CEntry *CJournal::Find(const string id)
  {
   bool isThere=false;
   int place=PlaceOf(id,isThere);
   return(isThere ? m_entries[place] : NULL);
  }
//+------------------------------------------------------------------+
//| The newest: that is what is asked for most                       |
//+------------------------------------------------------------------+
CEntry *CJournal::FindMagic(const long magic)
  {
   for(int i=ArraySize(m_entries)-1; i>=0; i--)
      if(m_entries[i].magic==magic && m_entries[i].isIntended)
         return(m_entries[i]);
   return(NULL);
  }
//+------------------------------------------------------------------+
CEntry *CJournal::Ensure(const string id)
  {
   bool isThere=false;
   int place=PlaceOf(id,isThere);
   if(isThere)
      return(m_entries[place]);
   int count=ArraySize(m_entries);
   CEntry *entry=new CEntry;
   entry.command.id=id;
   entry.magic=m_family.MagicOf(id);
   ArrayResize(m_entries,count+1,4096);
   for(int i=count; i>place; i--)
      m_entries[i]=m_entries[i-1];
   m_entries[place]=entry;
   return(entry);
  }
//+------------------------------------------------------------------+
//| Keeps the list of those without a last word                      |
//+------------------------------------------------------------------+
void CJournal::NoteOpen(CEntry *entry)
  {
   int count=ArraySize(m_open);
   int place=0;
   while(place<count && m_open[place]!=entry)
      place++;
   if(entry.IsOpen() && place==count)
     {
      ArrayResize(m_open,count+1,256);
      m_open[count]=entry;
     }
   if(!entry.IsOpen() && place<count)
     {
      for(int i=place; i<count-1; i++)
         m_open[i]=m_open[i+1];
      ArrayResize(m_open,count-1,256);
     }
  }
//+------------------------------------------------------------------+
void CJournal::Put(string &records[],const string record)
  {
   int count=ArraySize(records);
   ArrayResize(records,count+1,1024);
   records[count]=record;
  }
//+------------------------------------------------------------------+
void CJournal::Queue(const string record)
  {
   Put(m_queue,record);
  }
//+------------------------------------------------------------------+
//| Everything that waits, in its order, in one write                |
//+------------------------------------------------------------------+
bool CJournal::Flush()
  {
   if(ArraySize(m_queue)==0)
      return(m_file.IsOpen());
   if(!m_file.Append(m_queue))
     {
      Complain();
      return(false);
     }
   ArrayResize(m_queue,0);
   if(m_isFailing)
      m_herald.Note("info","The journal can be written again");
   m_isFailing=false;
   return(true);
  }
//+------------------------------------------------------------------+
void CJournal::Complain()
  {
   if(!m_isFailing)
      m_herald.Note("error","The journal cannot be written, so nothing new is opened: "+m_file.Error());
   m_isFailing=true;
  }
//+------------------------------------------------------------------+
CEntry *CJournal::Intend(const SCommand &command,const long nowMs,const long serverS,const bool mustBeOnDisk)
  {
   CEntry *entry=Ensure(command.id);
   entry.command=command;
   entry.atMs=nowMs;
   entry.serverS=serverS;
   Queue(entry.IntentRecord());
   if(!Flush() && mustBeOnDisk)
     {
      ArrayResize(m_queue,ArraySize(m_queue)-1);
      return(NULL);
     }
   entry.isIntended=true;
   NoteOpen(entry);
   return(entry);
  }
//+------------------------------------------------------------------+
CEntry *CJournal::Answer(const SCommand &command,const SVerdict &verdict,const long nowMs)
  {
   CEntry *entry=Ensure(command.id);
   if(entry.atMs==0)
     {
      entry.command=command;
      entry.atMs=nowMs;
     }
   entry.is=verdict.is;
   entry.body=CVerdict::Body(command.id,verdict);
   entry.isTold=false;
   Queue(entry.VerdictRecord(false));
   Flush();
   NoteOpen(entry);
   m_facts.Keep("v:"+command.id+":"+entry.is,"verdict",entry.body,false);
   return(entry);
  }
//+------------------------------------------------------------------+
void CJournal::KeepDeal(const ulong ticket,const long serverMs,const string body)
  {
   if(m_deals.Has(ticket))
      return;
   m_deals.Add(ticket,serverMs);
   Queue("D\t"+IntegerToString((long)ticket)+"\t"+IntegerToString(serverMs)+"\t0\t"+body);
   Flush();
   m_facts.Keep("d:"+IntegerToString((long)ticket),"deal",body,false);
  }
//+------------------------------------------------------------------+
//| Goes to disk with the next record or the next Repair: what is    |
//| lost of it is told once more                                     |
//+------------------------------------------------------------------+
void CJournal::Told(const string &keys[])
  {
   for(int i=0; i<ArraySize(keys); i++)
     {
      LoadTold(keys[i]);
      Queue("T\t"+keys[i]);
     }
  }
//+------------------------------------------------------------------+
string CJournal::State(const string name) const
  {
   for(int i=0; i<ArraySize(m_names); i++)
      if(m_names[i]==name)
         return(m_states[i]);
   return("");
  }
//+------------------------------------------------------------------+
//| Goes to disk with the verdict of the command that asked for it   |
//+------------------------------------------------------------------+
void CJournal::SetState(const string name,const string text)
  {
   string plain=text;
   for(int i=0; i<StringLen(plain); i++)
      if(StringGetCharacter(plain,i)<0x20)
         StringSetCharacter(plain,i,' ');
   Remember(name,plain);
   Queue(StateRecord(name,plain));
  }
//+------------------------------------------------------------------+
//| No record ends in an empty column: StringSplit may leave it out  |
//+------------------------------------------------------------------+
string CJournal::StateRecord(const string name,const string text)
  {
   return("S\t"+name+(text=="" ? "" : "\t"+text));
  }
//+------------------------------------------------------------------+
void CJournal::Remember(const string name,const string text)
  {
   int place=0;
   while(place<ArraySize(m_names) && m_names[place]!=name)
      place++;
   if(place==ArraySize(m_names))
     {
      Put(m_names,name);
      Put(m_states,"");
     }
   m_states[place]=text;
  }

#endif
//+------------------------------------------------------------------+

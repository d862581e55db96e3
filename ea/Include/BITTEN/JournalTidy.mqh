//+------------------------------------------------------------------+
//| JournalTidy.mqh                                                  |
//| Journal.mqh, its third part: reading it at the start, and        |
//| leaving out what nobody will ask for again.                      |
//+------------------------------------------------------------------+
#ifndef BITTEN_JOURNAL_TIDY_MQH
#define BITTEN_JOURNAL_TIDY_MQH

//+------------------------------------------------------------------+
bool CJournal::Open(const string folder,CFamily &family,IHerald *herald,const long nowMs)
  {
   m_folder=folder;
   m_family=GetPointer(family);
   m_herald=herald;
   Forget();
   string records[];
   int damaged=0;
   if(!m_file.Open(folder,records,damaged))
     {
      Complain();
      return(false);
     }
   for(int i=0; i<ArraySize(records); i++)
      LoadRecord(records[i]);
   m_isLoaded=true;
   m_isFailing=false;
   if(damaged>0)
     {
      string aside="journal.damaged-"+IntegerToString(nowMs);
      m_herald.Note("error",IntegerToString(damaged)+" damaged lines of the journal are left out; a copy is kept as "+aside);
      return(Compact(aside,nowMs));
     }
   return(m_file.Size()<JOURNAL_TIDY_BYTES || Compact("",nowMs));
  }
//+------------------------------------------------------------------+
void CJournal::Close()
  {
   Flush();
   m_file.Close();
  }
//+------------------------------------------------------------------+
void CJournal::Repair(const long nowMs)
  {
   if(m_file.IsOpen())
     {
      //--- An empty record shows whether the disk takes anything again
      if(m_isFailing && ArraySize(m_queue)==0)
         Queue("P");
      Flush();
      return;
     }
   //--- What was done meanwhile comes after what is on disk
   string records[];
   int damaged=0;
   if(!m_file.Open(m_folder,records,damaged))
      return;
   for(int i=0; i<ArraySize(records) && !m_isLoaded; i++)
      LoadRecord(records[i]);
   for(int i=0; i<ArraySize(m_queue) && !m_isLoaded; i++)
      if(StringFind(m_queue[i],"S\t")==0)
         LoadRecord(m_queue[i]);
   m_isLoaded=true;
   m_isFailing=true;
   Queue("P");
   Flush();
  }
//+------------------------------------------------------------------+
void CJournal::Forget()
  {
   for(int i=0; i<ArraySize(m_entries); i++)
      delete m_entries[i];
   ArrayResize(m_entries,0);
   ArrayResize(m_open,0);
   ArrayResize(m_names,0);
   ArrayResize(m_states,0);
   ArrayResize(m_queue,0);
   m_facts.Clear();
   m_deals.Clear();
  }
//+------------------------------------------------------------------+
void CJournal::LoadRecord(const string record)
  {
   string columns[];
   int count=StringSplit(record,'\t',columns);
   if(columns[0]=="I" && count>=4+COMMAND_COLUMNS)
      LoadIntent(columns);
   if(columns[0]=="V" && count==6)
      LoadVerdict(columns);
   if(columns[0]=="T" && count==2)
      LoadTold(columns[1]);
   if(columns[0]=="D" && count>=4)
     {
      m_deals.Add((ulong)StringToInteger(columns[1]),StringToInteger(columns[2]));
      if(columns[3]=="0" && count==5)
         m_facts.Keep("d:"+columns[1],"deal",columns[4],true);
     }
   if(columns[0]=="S" && count>=2)
      Remember(columns[1],count==2 ? "" : columns[2]);
  }
//+------------------------------------------------------------------+
void CJournal::LoadIntent(const string &columns[])
  {
   CEntry *entry=Ensure(columns[1]);
   if(!CCommand::FromText(columns,4,entry.command))
      m_herald.Note("error","The journal's intention of "+columns[1]+" cannot be read whole");
   entry.atMs=StringToInteger(columns[2]);
   entry.serverS=StringToInteger(columns[3]);
   //--- What it was sent under: the input may name another family by now
   if(ArraySize(columns)>4+COMMAND_COLUMNS)
      entry.magic=StringToInteger(columns[4+COMMAND_COLUMNS]);
   if(ArraySize(columns)>5+COMMAND_COLUMNS)
      CCommand::SetTail(columns[5+COMMAND_COLUMNS],entry.command);
   entry.isIntended=true;
   NoteOpen(entry);
  }
//+------------------------------------------------------------------+
void CJournal::LoadVerdict(const string &columns[])
  {
   CEntry *entry=Ensure(columns[1]);
   if(entry.atMs==0)
      entry.atMs=StringToInteger(columns[2]);
   entry.isTold=(columns[3]=="1");
   entry.is=columns[4];
   entry.body=columns[5];
   NoteOpen(entry);
   if(!entry.isTold)
      m_facts.Keep("v:"+columns[1]+":"+entry.is,"verdict",entry.body,true);
  }
//+------------------------------------------------------------------+
void CJournal::LoadTold(const string key)
  {
   m_facts.Drop(key);
   string parts[];
   if(StringSplit(key,':',parts)!=3)
      return;
   CEntry *entry=Find(parts[1]);
   if(entry!=NULL && entry.is==parts[2])
      entry.isTold=true;
  }
//+------------------------------------------------------------------+
bool CJournal::Compact(const string keepAs,const long nowMs)
  {
   string records[];
   Collect(nowMs-JOURNAL_KEPT_MS,records);
   if(m_file.Rewrite(records,keepAs))
      return(true);
   Complain();
   return(m_file.IsOpen());
  }
//+------------------------------------------------------------------+
//| The same knowledge in fewer records                              |
//+------------------------------------------------------------------+
void CJournal::Collect(const long oldestMs,string &records[]) const
  {
   ArrayResize(records,0);
   for(int i=0; i<ArraySize(m_names); i++)
      Put(records,StateRecord(m_names[i],m_states[i]));
   for(int i=0; i<ArraySize(m_entries); i++)
     {
      CEntry *entry=m_entries[i];
      if(entry.atMs<oldestMs && !entry.IsOpen())
         continue;
      if(entry.isIntended)
         Put(records,entry.IntentRecord());
      if(entry.is!="" && entry.isTold)
         Put(records,entry.VerdictRecord(true));
     }
   for(int i=0; i<m_deals.Count(); i++)
      if(m_deals.ServerMs(i)>=oldestMs)
         Put(records,"D\t"+IntegerToString((long)m_deals.Ticket(i))+"\t"+IntegerToString(m_deals.ServerMs(i))+"\t1");
   for(int i=0; i<m_facts.Count(); i++)
     {
      string parts[];
      int count=StringSplit(m_facts.Key(i),':',parts);
      if(count==3)
         Put(records,"V\t"+parts[1]+"\t"+IntegerToString(oldestMs+JOURNAL_KEPT_MS)+"\t0\t"+parts[2]+"\t"+m_facts.Body(i));
      else
         Put(records,"D\t"+parts[1]+"\t0\t0\t"+m_facts.Body(i));
     }
  }

#endif
//+------------------------------------------------------------------+

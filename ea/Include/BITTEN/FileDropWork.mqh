//+------------------------------------------------------------------+
//| FileDropWork.mqh                                                 |
//| FileDrop.mqh, its second part: what it does.                     |
//+------------------------------------------------------------------+
#ifndef BITTEN_FILE_DROP_WORK_MQH
#define BITTEN_FILE_DROP_WORK_MQH

//+------------------------------------------------------------------+
CFileDrop::CFileDrop() : m_folder(""),m_hello(""),m_number(0),m_confirmed(0),m_stampMs(0),m_isLive(false),m_statusAt(0),
                         m_pollAt(0)
  {
   ArrayInitialize(m_partSince,0);
  }
//+------------------------------------------------------------------+
void CFileDrop::Begin(const string folder,const string uuid,const string hello,const uchar &key[],const string chance,
                      IClock *clock,IHerald *herald,IMarketTime *time,ISink *sink)
  {
   m_folder=folder;
   m_hello=hello;
   m_clock=clock;
   m_herald=herald;
   m_sink=sink;
   m_file.Open(key,uuid);
   m_status.Open(time);
   m_owner.Begin(folder,uuid,chance);
  }
//+------------------------------------------------------------------+
//| Later than any before, also when the computer's clock goes back  |
//+------------------------------------------------------------------+
long CFileDrop::Stamp()
  {
   long now=m_clock.UtcMs();
   m_stampMs=(now>m_stampMs) ? now : m_stampMs+1;
   return(m_stampMs);
  }
//+------------------------------------------------------------------+
void CFileDrop::Poll()
  {
   ulong now=SteadyMs();
   if(now<m_pollAt)
      return;
   m_pollAt=now+DROP_POLL_MS;
   bool isOurs=m_owner.Poll(now);
   if(isOurs!=m_isLive)
     {
      m_isLive=isOurs;
      if(isOurs)
         m_sink.OnLive("files",DROP_BEAT_MS);
      else
         m_sink.OnApart(m_owner.Reason());
     }
   if(!m_isLive)
      return;
   Look("fire.txt",0);
   Look("ask.txt",1);
   Confirm();
   if(now>=m_statusAt)
      WriteStatus(0);
  }
//+------------------------------------------------------------------+
//| Taken away first: what the journal does not know by then has     |
//| never happened, and what it knows happens once                   |
//+------------------------------------------------------------------+
void CFileDrop::Look(const string name,const int which)
  {
   ENUM_READ read=m_file.Read(m_folder+name);
   if(read==READ_WRONG)
      PutAside(name,m_file.Error());
   if(read==READ_PART)
     {
      if(m_partSince[which]==0)
         m_partSince[which]=SteadyMs();
      if(SteadyMs()-m_partSince[which]>=DROP_PATIENCE_MS)
         PutAside(name,"it is not whole");
      return;
     }
   m_partSince[which]=0;
   if(read!=READ_WHOLE)
      return;
   string type=m_file.Type();
   bool isAsk=(type==MESSAGE_SYNC);
   bool isKnown=(isAsk || type==MESSAGE_FIRE || type==MESSAGE_CLOSE || type==MESSAGE_FLATTEN);
   CJsonReader body;
   if(!isKnown || isAsk!=(which==1) || !m_file.Body(body))
     {
      PutAside(name,isKnown ? "its body cannot be read" : "a `"+type+"` does not come by this road");
      return;
     }
   if(FileDelete(m_folder+name))
      m_sink.OnMessage(type,0,m_file.SentMs(),body);
  }
//+------------------------------------------------------------------+
void CFileDrop::PutAside(const string name,const string why)
  {
   string aside="rejected_"+IntegerToString(m_clock.UtcMs())+"_"+name;
   FileMove(m_folder+name,0,m_folder+aside,FILE_REWRITE);
   m_herald.Note("warn",name+" is not taken and is now "+aside+": "+why);
  }
//+------------------------------------------------------------------+
long CFileDrop::Say(const string type,const string body)
  {
   if(!m_isLive)
      return(0);
   if(type==MESSAGE_SYNCED)
     {
      uchar bytes[];
      CJsonReader synced;
      string id="";
      Utf8Bytes(body,bytes);
      if(synced.Parse(bytes,0,ArraySize(bytes),1) && synced.Text(synced.Member(synced.Root(),"id"),id))
         m_status.Synced(id);
      WriteStatus(0);
     }
   else
      m_status.Take(type,body);
   return(++m_number);
  }
//+------------------------------------------------------------------+
long CFileDrop::SayFact(const string type,const string body,const bool mayBeRepeat)
  {
   uchar bytes[];
   CJsonReader fact;
   string key="";
   Utf8Bytes(body,bytes);
   if(!m_isLive || !fact.Parse(bytes,0,ArraySize(bytes),1)
      || !fact.Text(fact.Member(fact.Root(),type==MESSAGE_DEAL ? "deal" : "id"),key))
      return(0);
   string name=m_folder+"trade_result_"+key+".txt";
   if(!IsSaidAlready(name,body) && !m_file.Write(name,type,Stamp(),body))
      return(0);
   int count=ArraySize(m_dropped);
   ArrayResize(m_dropped,count+1,256);
   m_dropped[count].number=++m_number;
   m_dropped[count].name=name;
   return(m_number);
  }
//+------------------------------------------------------------------+
//| The same word is not written over itself                         |
//+------------------------------------------------------------------+
bool CFileDrop::IsSaidAlready(const string name,const string body) const
  {
   if(!FileIsExist(name))
      return(false);
   int handle=FileOpen(name,FILE_READ|FILE_BIN|FILE_SHARE_READ|FILE_SHARE_WRITE);
   if(handle==INVALID_HANDLE)
      return(false);
   uchar bytes[];
   int size=(int)FileSize(handle);
   bool isRead=(size>0 && (int)FileReadArray(handle,bytes,0,size)==size);
   FileClose(handle);
   return(isRead && StringFind(CharArrayToString(bytes,0,size,CP_UTF8),"\n"+body+"\n")>0);
  }
//+------------------------------------------------------------------+
//| In order: a fact whose file is gone waits for those before it    |
//+------------------------------------------------------------------+
void CFileDrop::Confirm()
  {
   int gone=0;
   int count=ArraySize(m_dropped);
   while(gone<count && !FileIsExist(m_dropped[gone].name))
      gone++;
   //--- What is no fact is done with when it is said
   long upTo=(gone==count) ? m_number : m_dropped[gone].number-1;
   if(upTo==m_confirmed)
      return;
   m_confirmed=upTo;
   for(int i=gone; i<count && gone>0; i++)
      m_dropped[i-gone]=m_dropped[i];
   ArrayResize(m_dropped,count-gone,256);
   m_sink.OnConfirmed(m_confirmed);
  }
//+------------------------------------------------------------------+
void CFileDrop::WriteStatus(const int busyMs)
  {
   if(!m_status.IsWhole())
      return;
   m_statusAt=SteadyMs()+DROP_STATUS_MS;
   if(!m_file.Write(m_folder+"status.txt","status",Stamp(),m_status.Body(m_hello,busyMs)))
      Print("BITTEN warn: status.txt cannot be written, error ",GetLastError());
  }
//+------------------------------------------------------------------+
void CFileDrop::Busy(const int ms)
  {
   if(m_isLive)
     {
      WriteStatus(ms);
      //--- Over as soon as the terminal comes back
      m_statusAt=0;
     }
  }
//+------------------------------------------------------------------+
void CFileDrop::Close(const bool isOther)
  {
   if(m_isLive && isOther)
     {
      if(FileIsExist(m_folder+"fire.txt"))
         PutAside("fire.txt","it was meant for another account");
      //--- What the app has not heard by now it hears when this account is back: the journal keeps it
      for(int i=0; i<ArraySize(m_dropped); i++)
         FileDelete(m_dropped[i].name);
     }
   m_isLive=false;
   m_owner.Close();
  }

#endif
//+------------------------------------------------------------------+

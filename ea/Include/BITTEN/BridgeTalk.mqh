//+------------------------------------------------------------------+
//| BridgeTalk.mqh                                                   |
//| Bridge.mqh, its second part: what the app says and is told, and  |
//| what the panel shows.                                            |
//+------------------------------------------------------------------+
#ifndef BITTEN_BRIDGE_TALK_MQH
#define BITTEN_BRIDGE_TALK_MQH

//+------------------------------------------------------------------+
void CBridge::OnLive(const string session,const int beatMs)
  {
   long nowMs=CServerTime::SteadyMs();
   Print("BITTEN: linked, session ",session);
   m_feed.Introduce(nowMs);
   m_desk.OnLive();
   m_herald.OnLive();
   m_feed.Begin(nowMs);
   m_beat.OnLive(beatMs);
   Beat(nowMs);
  }
//+------------------------------------------------------------------+
void CBridge::OnApart(const string reason)
  {
   Print("BITTEN: apart, ",reason);
   m_desk.OnApart();
  }
//+------------------------------------------------------------------+
void CBridge::OnMessage(const string type,const long number,const long sentMs,CJsonReader &body)
  {
   if(type==MESSAGE_HISTORY)
     {
      if(!m_feed.Ask(body))
         m_herald.Note("warn","A `history` that cannot be read is not answered.");
     }
   else
      if(type==MESSAGE_SYNC)
        {
         m_desk.OnSync(body);
         AnswerSync();
        }
      else
         if(!m_desk.OnMessage(type,sentMs,body))
            m_herald.Note("warn","A `"+type+"` means nothing here.");
   m_road.Committed(number);
  }
//+------------------------------------------------------------------+
void CBridge::AnswerSync(void)
  {
   string id="";
   if(!m_desk.AnswerSync(id))
      return;
   m_feed.TellAccount();
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("id",id);
   writer.ObjectEnd();
   m_outbox.Say(MESSAGE_SYNCED,writer.Done());
  }
//+------------------------------------------------------------------+
void CBridge::OnConfirmed(const long upTo)
  {
   m_desk.OnConfirmed(upTo);
   m_feed.OnConfirmed(upTo);
   m_beat.OnConfirmed(upTo);
  }
//+------------------------------------------------------------------+
void CBridge::Beat(const long nowMs)
  {
   SBridgeFacts facts;
   facts.denies=m_desk.Denies();
   facts.maxLots=m_desk.MaxLots();
   facts.queued=m_feed.Queued();
   facts.unacked=m_desk.Unacked();
   facts.workUs=m_work.Percentile(99.0);
   m_beat.Poll(nowMs,facts);
  }
//+------------------------------------------------------------------+
void CBridge::Show(const long nowMs)
  {
   m_shown.isLive=m_road.IsLive();
   m_shown.isFileRoad=m_road.IsFiles();
   m_shown.apart=m_road.Reason();
   m_shown.denies=m_desk.Denies();
   m_shown.clock=m_feed.Time().Problem();
   m_shown.symbols=m_feed.Symbols().Found();
   m_shown.ready=m_feed.Ready();
   m_shown.ticks=m_feed.TicksASecond(nowMs);
   m_shown.answerUs=m_beat.AnswerUs();
   m_shown.workUs=m_work.Percentile(99.0);
   m_shown.queued=m_feed.Queued();
   m_shown.unacked=m_desk.Unacked();
   m_shown.lastVerdict=m_desk.LastVerdict();
   m_status.Show(nowMs,m_shown);
  }

#endif
//+------------------------------------------------------------------+

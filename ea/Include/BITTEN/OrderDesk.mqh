//+------------------------------------------------------------------+
//| OrderDesk.mqh                                                    |
//| The app's commands, each carried out at most once.               |
//|                                                                  |
//| The order of records (docs/decisions/0014-one-id-one-position.md)|
//|   1 known id?       the same verdict again, nothing else         |
//|   2 checks          a refusal is a verdict: V on disk, told      |
//|   3 I on disk       flushed; if the disk refuses, what opens or  |
//|                     closes in part is denied; leaving goes on    |
//|   4 OrderSend       the only one for this id                     |
//|   5 found, stop     looked up at the broker, its stop seen to    |
//|   6 V on disk       then told; kept until the app has it         |
//|                                                                  |
//| A crash ...         leaves              and the next start       |
//|   before 3          nothing             buries it when asked     |
//|   in 3              a torn line         the same                 |
//|   3 to 4            I                   looks, finds nothing for |
//|                                         so long: buried          |
//|   in 4, 4 to 6      I                   looks, finds it by magic:|
//|                                         stop seen to, accepted   |
//|   in 6              I, a torn line      the same                 |
//|   after 6           I, V                tells V again            |
//| Nothing is ever sent because it was not found. While an I stands |
//| without its V, no new order is taken. An order that waits at the |
//| broker has a V `placed`; its last word is another V.             |
//+------------------------------------------------------------------+
#ifndef BITTEN_ORDER_DESK_MQH
#define BITTEN_ORDER_DESK_MQH

#include "CommandReader.mqh"
#include "Settling.mqh"
#include "Flattening.mqh"
#include "Reversal.mqh"
#include "Guard.mqh"
#include "Cancelling.mqh"
#include "TakingBack.mqh"
#include "Deals.mqh"
#include "Manager.mqh"
#include "SetBack.mqh"
#include "SyncAsk.mqh"

//--- The app runs on this computer: its clock cannot be ahead of ours by more
#define DESK_AHEAD_MS      5000
#define DESK_REPAIR_MS     1000

class COrderDesk
  {
private:
   CDeskParts        m_desk;
   CGuard            m_guard;
   CSender           m_sender;
   CFinder           m_finder;
   CStopKeeper       m_stops;
   CSettling         m_settling;
   CFlattening       m_flattening;
   CCancelling       m_cancelling;
   CTakingBack       m_takingBack;
   CReversal         m_reversal;
   CDeals            m_deals;
   CManager          m_manager;
   ulong             m_repairAt;
   ulong             m_tidyAt;
   bool              m_isUndatedTold;
   CSetBack          m_setBack;
   CSyncAsk          m_sync;

   void              Refuse(const SCommand &command,const string text);
   bool              IsInTime(const SCommand &command);
   void              Repeat(CEntry &entry);
   void              Say(const string id,const string is,const string text);
   void              CarryOut(const SCommand &command);
   void              Fire(const SCommand &command);
   void              Place(const SCommand &command);
   bool              IsStillTime(const SCommand &command,datetime &until);
   void              Cancel(const SCommand &command);
   void              CancelUnseen(const SCommand &command,const SFound &found);
   bool              MayOpen(const SCommand &command,MqlTick &tick);
   bool              IsNew(const SCommand &command);
   CEntry           *Adopt(const string id,SFound &found);
   void              Modify(const SCommand &command);
   void              Close(const SCommand &command);
   bool              MayClose(const SCommand &command,double &lots);
   void              Flatten(const SCommand &command);
   CEntry           *Intend(const SCommand &command);
   void              Heard(CEntry &entry,const ENUM_SENT sent,const SVerdict &heard);
   bool              IsDated();
   void              TellFate(const string id);

public:
                     COrderDesk() : m_repairAt(0),m_tidyAt(0),m_isUndatedTold(false) {}
   //--- False: the settings cannot be used; it says why. A journal that cannot be opened is no reason: it denies then
   bool              Open(const SDeskSettings &settings,IOutbox *outbox,IClock *clock,IHerald *herald,IPause *pause,
                          IMarketTime *time,ICosts *costs,IMappedSymbols *symbols);
   //--- Writes and closes the journal: OnDeinit
   void              Close() { m_desk.journal.Close(); }
   //--- True when it was a command of this desk
   bool              OnMessage(const string type,const long sentMs,CJsonReader &body);
   //--- It waits until it can be answered, or another one or the end of the session takes its place
   void              OnSync(CJsonReader &body) { m_sync.Read(body,m_desk.herald); }
   //--- Says the verdicts and deals that the waiting `sync` asks for. True when they are said now: id is what `synced`
   //--- has to name, and the rest of the answer is the bridge's
   bool              AnswerSync(string &id);
   //--- After specs, account, positions and orders of the new session were said
   void              OnLive() { m_desk.journal.Facts().Say(m_desk.outbox); }
   void              OnApart();
   void              OnConfirmed(const long upTo);
   void              OnTimer();
   void              OnTick() { m_manager.OnTick(); }
   void              OnTrade() { m_deals.OnTrade(); }
   void              OnTradeTransaction(const MqlTradeTransaction &transaction);
   //--- For `beat`, `positions`, `orders` and the panel
   string            Denies() { return(m_guard.Denies()); }
   double            MaxLots() { return(m_guard.MaxLots()); }
   int               Unacked() { return(m_desk.journal.Facts().Count()); }
   string            LastVerdict() const { return(m_desk.lastVerdict); }
   bool              IsOurs(const long magic) { return(m_desk.IsOurs(magic)); }
   long              WireMagic(const long magic) { return(m_desk.WireMagic(magic)); }
   //--- "" for a position that no command of the journal opened
   string            IdOf(const long magic);
  };

#include "OrderDeskTrades.mqh"
#include "OrderDeskWaiting.mqh"
#include "OrderDeskWaiting.mqh"
#include "OrderDeskLife.mqh"
#include "OrderDeskSync.mqh"

#endif
//+------------------------------------------------------------------+

//--- Bytes, files and sockets as MQL5 takes them
struct Header
  {
   uchar  version;
   ushort size;
   uint   crc;
   long   id;
  };

bool Save(const string name,const Header &header)
  {
   uchar bytes[];
   if(!StructToCharArray(header,bytes))
      return false;
   const int file=FileOpen(name,FILE_WRITE|FILE_BIN|FILE_SHARE_READ);
   if(file==INVALID_HANDLE)
      return false;
   const uint written=FileWriteArray(file,bytes);
   FileFlush(file);
   FileClose(file);
   return written==(uint)ArraySize(bytes) && FileMove(name,0,"done.bin",FILE_REWRITE);
  }

int Send(const int socket,const uchar &bytes[])
  {
   uchar key[];
   uchar hash[];
   if(CryptEncode(CRYPT_HASH_SHA256,bytes,key,hash)!=32)
      return -1;
   return SocketSend(socket,hash,(uint)ArraySize(hash));
  }

void OnTick()
  {
   Header header={1,2,3,4};
   if(!Save("a.bin",header))
      Print(GetLastError());
   const int socket=SocketCreate();
   if(socket!=INVALID_HANDLE && SocketConnect(socket,"127.0.0.1",5555,250))
     {
      uchar bytes[];
      const uint waiting=SocketIsReadable(socket);
      if(waiting>0 && SocketRead(socket,bytes,waiting,1)>0 && (bytes[0]&0x80)!=0 && bytes[0]==0xFF)
         Print(Send(socket,bytes));
     }
   SocketClose(socket);
   MqlTick ticks[];
   if(CopyTicks(_Symbol,ticks,COPY_TICKS_ALL,0,10)>0)
      Print(ticks[0].time_msc,(double)ticks[0].time_msc);
   MqlRates rates[];
   if(CopyRates(NULL,PERIOD_M1,0,10,rates)>0 && CopyRates(NULL,PERIOD_M1,rates[0].time,TimeCurrent(),rates)>0)
      Print(rates[0].close);
   if(HistorySelect(0,TimeCurrent()) && HistoryDealsTotal()>0)
      Print(HistoryDealGetDouble(HistoryDealGetTicket(0),DEAL_PROFIT),HistoryDealGetString(HistoryDealGetTicket(0),DEAL_SYMBOL));
   ObjectCreate(0,"label",OBJ_LABEL,0,0,0);
   ObjectSetInteger(0,"label",OBJPROP_COLOR,clrRed);
   ObjectSetString(0,"label",OBJPROP_TEXT,"text");
   GlobalVariableSet("a",1);
   string parts[];
   Print(StringSplit("a,b",',',parts),StringGetCharacter("abc",1),ShortToString('x'));
  }

//--- Files of the sandbox MQL5/Files and of the folder common to all terminals (FILE_COMMON).
const int FILE_READ=1;
const int FILE_WRITE=2;
const int FILE_BIN=4;
const int FILE_CSV=8;
const int FILE_TXT=16;
const int FILE_ANSI=32;
const int FILE_UNICODE=64;
const int FILE_SHARE_READ=128;
const int FILE_SHARE_WRITE=256;
const int FILE_REWRITE=512;
const int FILE_COMMON=4096;

const int CHAR_VALUE=1;
const int SHORT_VALUE=2;
const int INT_VALUE=4;

enum ENUM_FILE_POSITION
  {
   SEEK_SET=0, SEEK_CUR=1, SEEK_END=2
  };

enum ENUM_FILE_PROPERTY_INTEGER
  {
   FILE_EXISTS, FILE_CREATE_DATE, FILE_MODIFY_DATE, FILE_ACCESS_DATE, FILE_SIZE, FILE_POSITION,
   FILE_END, FILE_LINE_END, FILE_IS_COMMON, FILE_IS_TEXT, FILE_IS_BINARY, FILE_IS_CSV, FILE_IS_ANSI,
   FILE_IS_READABLE, FILE_IS_WRITABLE
  };

int   FileOpen(string file_name,int open_flags,short delimiter='\t',uint codepage=CP_ACP);
void  FileClose(int file_handle);
void  FileFlush(int file_handle);
ulong FileSize(int file_handle);
bool  FileSeek(int file_handle,long offset,ENUM_FILE_POSITION origin);
ulong FileTell(int file_handle);
bool  FileIsEnding(int file_handle);
bool  FileIsLineEnding(int file_handle);
long  FileGetInteger(int file_handle,ENUM_FILE_PROPERTY_INTEGER property_id);
long  FileGetInteger(const string file_name,ENUM_FILE_PROPERTY_INTEGER property_id,bool common_folder=false);

bool FileIsExist(const string file_name,int common_flag=0);
bool FileDelete(const string file_name,int common_flag=0);
bool FileMove(const string src_file_name,int common_flag,const string dst_file_name,int mode_flags);
bool FileCopy(const string src_file_name,int common_flag,const string dst_file_name,int mode_flags);
bool FolderCreate(string folder_name,int common_flag=0);
bool FolderDelete(string folder_name,int common_flag=0);
long FileFindFirst(const string file_filter,string &returned_filename,int common_flag=0);
bool FileFindNext(long search_handle,string &returned_filename);
void FileFindClose(long search_handle);

template<typename T>
uint   FileReadArray(int file_handle,T &array[],int start=0,int count=WHOLE_ARRAY);
template<typename T>
uint   FileWriteArray(int file_handle,const T &array[],int start=0,int count=WHOLE_ARRAY);
string FileReadString(int file_handle,int length=-1);
uint   FileWriteString(int file_handle,const string text_string,int length=-1);
int    FileReadInteger(int file_handle,int size=INT_VALUE);
uint   FileWriteInteger(int file_handle,int value,int size=INT_VALUE);
long   FileReadLong(int file_handle);
uint   FileWriteLong(int file_handle,long value);
double FileReadDouble(int file_handle);
uint   FileWriteDouble(int file_handle,double value);

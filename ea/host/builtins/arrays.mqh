//--- Arrays of any type, and a structure as bytes.
template<typename T>
int  ArraySize(const T &array[]);
template<typename T>
int  ArrayRange(const T &array[],int rank_index);
template<typename T>
int  ArrayResize(T &array[],int new_size,int reserve_size=0);
template<typename T>
void ArrayFree(T &array[]);
template<typename T,typename U>
int  ArrayCopy(T &dst_array[],const U &src_array[],int dst_start=0,int src_start=0,int count=WHOLE_ARRAY);
template<typename T,typename U>
int  ArrayCompare(const T &array1[],const U &array2[],int start1=0,int start2=0,int count=WHOLE_ARRAY);
template<typename T,typename U>
int  ArrayInitialize(T &array[],U value);
template<typename T,typename U>
void ArrayFill(T &array[],int start,int count,U value);
template<typename T>
bool ArrayInsert(T &dst_array[],const T &src_array[],uint dst_start,uint src_start=0,uint count=WHOLE_ARRAY);
template<typename T>
bool ArrayRemove(T &array[],uint start,uint count=WHOLE_ARRAY);
template<typename T>
bool ArrayReverse(T &array[],uint start=0,uint count=WHOLE_ARRAY);
template<typename T>
bool ArraySwap(T &array1[],T &array2[]);
template<typename T>
bool ArraySort(T &array[]);
template<typename T>
int  ArrayMaximum(const T &array[],int start=0,int count=WHOLE_ARRAY);
template<typename T>
int  ArrayMinimum(const T &array[],int start=0,int count=WHOLE_ARRAY);
template<typename T>
bool ArrayIsDynamic(const T &array[]);
template<typename T>
bool ArrayIsSeries(const T &array[]);
template<typename T>
bool ArraySetAsSeries(const T &array[],bool flag);
template<typename T>
bool ArrayGetAsSeries(const T &array[]);

template<typename T>
bool StructToCharArray(const T &struct_object,uchar &char_array[],uint start_pos=0);
template<typename T>
bool CharArrayToStruct(T &struct_object,const uchar &char_array[],uint start_pos=0);

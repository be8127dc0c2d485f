/** Tables that no published reference lists, as `column:type,…`: what Network Security Group flow logs (traffic analytics) send. */
export const OWN_TABLES: Readonly<Record<string, string>> = {
  AzureNetworkAnalytics_CL:
    'TenantId:string,SourceSystem:string,TimeGenerated:datetime,Type:string,_ItemId:string,' +
    '_TimeReceived:datetime,_ResourceId:string,_SubscriptionId:string,Computer:string,RawData:string,MG:string,' +
    'ManagementGroupName:string,AADTenantId_g:string,ASCVersion_s:string,AllowedInFlows_d:real,AllowedOutFlows_d:real,' +
    'DeniedInFlows_d:real,DeniedOutFlows_d:real,Country_s:string,AzureRegion_s:string,DestIP_s:string,DestPort_d:real,' +
    'DestPublicIPs_s:string,FASchemaVersion_s:string,FlowCount_d:real,FlowDirection_s:string,FlowEndTime_t:datetime,' +
    'FlowIntervalEndTime_t:datetime,FlowIntervalStartTime_t:datetime,FlowStartTime_t:datetime,FlowStatus_s:string,' +
    'FlowType_s:string,InboundBytes_d:real,InboundPackets_d:real,IPs_s:string,IsVirtualAppliance_b:bool,' +
    'L4Protocol_s:string,L7Protocol_s:string,Location_s:string,MACAddress_s:string,NSGList_s:string,NSGRule_s:string,' +
    'NSGRules_s:string,NSGRuleType_s:string,Name_s:string,NIC_s:string,OutboundBytes_d:real,OutboundPackets_d:real,' +
    'PrivateIPAddresses_s:string,PublicIPAddresses_s:string,PublicIPs_s:string,Region_s:string,Region1_s:string,' +
    'Region2_s:string,ResourceType:string,SchemaVersion_s:string,SrcIP_s:string,SrcPublicIPs_s:string,SubType_s:string,' +
    'Subnet_s:string,Subnet1_s:string,Subnet2_s:string,SubnetPrefix_s:string,SubnetPrefixes_s:string,' +
    'Subscription_g:string,Subscription1_g:string,Subscription2_g:string,SubscriptionName_s:string,Tags_s:string,' +
    'TimeProcessed_t:datetime,TopologyVersion_s:string,VirtualMachine_s:string,VirtualNetwork_s:string,VM_s:string,' +
    'VM1_s:string,VM2_s:string,VMIP_s:string,VirtualSubnetwork_s:string,AddressPrefix_s:string,NSG_s:string',
};

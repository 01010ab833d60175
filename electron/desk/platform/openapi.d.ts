/* Made from openapi.yaml by build/openapi-types; never edited by hand. */
/* openapi.yaml sha256 45154bcdd95251678a52dfb86d857f273cf28b6eb170247df302cfa876210395 */

export interface paths {
  readonly '/v1/acknowledgements/{idempotency_key}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The receipt given under a key, for a window that never heard it */
    readonly get: operations['findByKey'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the platform holds under a local receipt number */
    readonly get: operations['findByReceipt'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{case_guid}/events/{step}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Reports one step of a case */
    readonly put: operations['sendEvent'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/catalogue': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The items in force, with their versions */
    readonly get: operations['pullCatalogue'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/catalogue/packages/{package_hash}/outcome': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** What came of a package at a window; a refused one with every fault by its path */
    readonly put: operations['tellPackageOutcome'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/catalogue/packages/{package_hash}/pieces/{piece_no}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One piece of the package that makes a window agree with the list */
    readonly get: operations['pullPackagePiece'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/expert-questions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A question to an expert of the county about a case 远程帮办; the same question_guid again is the same question */
    readonly post: operations['askExpert'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/health': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Says that this is the platform and what time it has */
    readonly get: operations['health'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/licence-queries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Licences of one holder, for one paper of one case. Asked again under another query_guid, never stored here */
    readonly post: operations['queryLicence'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/network-identity-checks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Whether the network certificate 网证 whose code was shown at a window is this person's. The code is used up by a yes */
    readonly post: operations['checkNetworkIdentity'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/number-blocks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Leases a block of serials to a window; no serial is ever leased twice */
    readonly post: operations['leaseNumbers'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/shared-data-queries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The named fields of one query about one holder, for one paper of one case */
    readonly post: operations['querySharedData'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/shared-queries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The queries this hall may ask, with their source systems and whether they are connected */
    readonly get: operations['listQueries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/sign-in': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Signs a window in for a while */
    readonly post: operations['signIn'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description up_pro_accept */
    readonly AcceptRow: {
      readonly accept_date: components['schemas']['MaybeDay'];
      readonly accept_doc_no: string | null;
      /** @enum {string} */
      readonly accepted_offline: '0' | '1';
      readonly address: components['schemas']['MaybeText'];
      readonly apply_date: components['schemas']['Moment'];
      /**
       * @description 1 at a window
       * @constant
       */
      readonly apply_type: '1';
      readonly applyer_name: string;
      readonly applyer_network?: components['schemas']['NetworkRow'];
      readonly applyer_page_code: string;
      readonly applyer_page_type: components['schemas']['CertificateType'];
      readonly applyer_proof: components['schemas']['Proof'];
      /**
       * @description GB/T 39046 A.4, 1 person, 2 enterprise, 3 institution, 4 society, 5 organ, 6 other
       * @enum {string}
       */
      readonly applyer_type: '1' | '2' | '3' | '4' | '5' | '6';
      /** @description 基本编码 */
      readonly catalog_code: string;
      readonly contact_code: string | null;
      readonly contact_mobile: string | null;
      readonly contact_name: components['schemas']['MaybeText'];
      readonly contact_network?: components['schemas']['NetworkRow'];
      /** @description Certificate type of the handler */
      readonly contact_type: string | null;
      readonly decision_region?: components['schemas']['Region'];
      /** @description Clerk number 工号 */
      readonly handle_user_name: string;
      readonly legal: components['schemas']['MaybeText'];
      readonly legal_date: components['schemas']['MaybeDay'];
      /** @description 网上申请号 or 预审号, where the case goes on with an application begun on the web */
      readonly online_apply_no?: string;
      /** @description Unified social credit code */
      readonly org_code: string;
      readonly org_name: string;
      readonly origin_region?: components['schemas']['Region'];
      /**
       * @description 1 on the spot, 2 promised, 9 other
       * @enum {string}
       */
      readonly project_type: '1' | '2' | '9';
      readonly promise_date: components['schemas']['MaybeDay'];
      /** @description 实施编码 */
      readonly task_code: string;
      readonly task_name: string;
      /** @description GB/T 39046 item type, 01 permit, 05 payment, 07 confirmation, 20 public service */
      readonly task_type: string;
      readonly task_version: number;
      readonly window_no: string;
    };
    readonly Acknowledgement: {
      readonly body_hash: components['schemas']['Hash'];
      readonly case_guid: components['schemas']['Guid'];
      readonly idempotency_key: components['schemas']['Key'];
      readonly kept_at: components['schemas']['Moment'];
      /** @description The platform's own receipt 流水号 */
      readonly platform_receipt: string;
      readonly project_no: components['schemas']['ProjectNo'] | null;
      readonly receipt_no: components['schemas']['ReceiptNo'];
      readonly step: components['schemas']['StepNumber'];
    };
    /**
     * @description 帮办代办: somebody of a village point or a hall helped, on the citizen's signed consent. They are no party of the case
     *     and are known by their badge. No national upload table has this row; its names and codes are those of this
     *     interface.
     */
    readonly AssistanceRow: {
      /**
       * @description 1 helped 帮办, the citizen was there; 2 stood in 代办, the citizen was not
       * @enum {string}
       */
      readonly assist_type: '1' | '2';
      /** @description The day the citizen signed */
      readonly consent_date: components['schemas']['Day'];
      readonly consent_until: components['schemas']['Day'];
      readonly helper_name: string;
      /** @description Number of the badge 工作证号 */
      readonly helper_no: string;
      readonly service_point: string;
    };
    /** @description Local extension (FSXBM, FSXMC); the national tables have no column for it */
    readonly BundleRow: {
      readonly bundle_code: string;
      readonly bundle_name: string;
      readonly row_guid: components['schemas']['Guid'];
    };
    readonly CaseEvent: {
      readonly accept: components['schemas']['AcceptRow'];
      /** @description Set where a helper 帮办员 acted for the citizen; left out where nobody helped */
      readonly assistance?: components['schemas']['AssistanceRow'];
      /** @description Set for a case that is a step of one event 一件事, or of a merged licence */
      readonly bundle?: components['schemas']['BundleRow'];
      /**
       * @description I: first step of a case, U: a later one
       * @enum {string}
       */
      readonly cd_operation: 'I' | 'U';
      readonly cd_time: components['schemas']['Moment'];
      /** @description The one-time list 一次性告知, empty for other steps */
      readonly correction: readonly components['schemas']['CorrectionRow'][];
      /** @description Site code of the hall */
      readonly data_source: string;
      /** @description Set for the step 23 only */
      readonly differences?: readonly components['schemas']['DifferenceRow'][];
      /** @description Set for the step 29 only (好差评) */
      readonly evaluation?: components['schemas']['EvaluationRow'];
      readonly materials: readonly components['schemas']['MaterialRow'][];
      /**
       * @description Set where somebody of the case agreed to messages (办件短信) and this step is one they wait for. The platform
       *     sends it once for its number, however often the step comes.
       */
      readonly message?: components['schemas']['MessageRow'];
      readonly process: components['schemas']['ProcessRow'];
      /** @description Set for the steps 05 to 22, 24 and 26 to 28 */
      readonly progress?: components['schemas']['ProgressRow'];
      /** @description Null until the platform has given one */
      readonly project_no: components['schemas']['ProjectNo'] | null;
      readonly receipt_no: components['schemas']['ReceiptNo'];
      /** @description Set for 不予受理 only */
      readonly refusal: components['schemas']['RefusalRow'] | null;
      /** @description Whoever else is part of the case; left out where nobody is */
      readonly related?: readonly components['schemas']['RelatedRow'][];
      readonly row_guid: components['schemas']['Guid'];
      /** @description 监管标识 that this step raised or took down; left out where it did neither */
      readonly supervision?: readonly components['schemas']['CaseFlagRow'][];
    };
    /** @description What a step leaves open for supervision after the case 事中事后监管 */
    readonly CaseFlagRow: {
      /** @description Null while it stands */
      readonly cleared_date: components['schemas']['MaybeDay'];
      /** @description By when it is to be checked or filled */
      readonly due_date: components['schemas']['MaybeDay'];
      readonly explain: string;
      /**
       * @description As in SupervisionFlag
       * @enum {string}
       */
      readonly flag_code: '01' | '02' | '03' | '04' | '05';
      /** @description 1 the commitment was kept, 2 it was broken, 3 the papers came, 4 settled by a supervisor */
      readonly result_code: ('1' | '2' | '3' | '4') | null;
      readonly since: components['schemas']['Day'];
    };
    readonly CaseList: {
      readonly cases: readonly {
        readonly acknowledgements: readonly components['schemas']['Acknowledgement'][];
        readonly case_guid: components['schemas']['Guid'];
        readonly project_no: components['schemas']['ProjectNo'] | null;
        readonly receipt_no: components['schemas']['ReceiptNo'];
      }[];
    };
    readonly Catalogue: {
      readonly catalogue_version: string;
      readonly items: readonly {
        readonly catalog_code: string;
        readonly task_code: string;
        readonly task_name: string;
        /**
         * @description 1 in force, 2 stopped
         * @enum {string}
         */
        readonly task_state: '1' | '2';
        readonly task_version: number;
      }[];
      readonly package?: components['schemas']['PackageOffer'];
      readonly pages: number;
      readonly updated_at: components['schemas']['Moment'];
    };
    /**
     * @description GA/T 2000.156, 111 resident identity card, 118 soldier, 414 passport, 511 Taiwan travel permit,
     *     516 Hong Kong and Macao travel permit, 553 permanent residence of foreigners, 154 residence permit,
     *     001 unified credit code, 999 other. Each province has its own table (site.json, province.certificateCodes); 154 and
     *     553 are to be checked against it.
     */
    readonly CertificateType: string;
    readonly CorrectionRow: {
      readonly explain: string;
      readonly material_code: string | null;
    };
    /** Format: date */
    readonly Day: string;
    /** @description What a source said and what was found at the window (多源校核) */
    readonly DifferenceRow: {
      readonly explain: string;
      readonly found_type: components['schemas']['ValueSource'];
      readonly found_value: string;
      /** @description Stable key of the fact, child.name */
      readonly item_code: string;
      readonly item_name: string;
      readonly source_date: components['schemas']['MaybeDay'];
      readonly source_name: string | null;
      readonly source_type: components['schemas']['ValueSource'];
      readonly source_value: string;
    };
    /** @description 好差评 of one case and number of time, said on the citizen's own screen */
    readonly EvaluationRow: {
      /**
       * @description 1: screen at the window
       * @enum {string}
       */
      readonly assess_channel: '1';
      readonly assess_times: number;
      /** @description At least one where satisfaction is below 3, none otherwise */
      readonly reasons: readonly ('01' | '02' | '03' | '04' | '05' | '99')[];
      /**
       * @description 5 is the best; 0 asked and not rated (未评价), which a level may still follow for the same time
       * @enum {string}
       */
      readonly satisfaction: '0' | '1' | '2' | '3' | '4' | '5';
    };
    readonly ExpertAnswer: {
      /** @description Null until somebody answered */
      readonly answer: {
        readonly answered_at: components['schemas']['Moment'];
        readonly answered_by: string;
        readonly text: string;
      } | null;
      readonly kept_at: components['schemas']['Moment'];
      readonly question_guid: components['schemas']['Guid'];
    };
    /** @description No name, no certificate number; the case is named by its guid only */
    readonly ExpertQuestion: {
      readonly ask_time: components['schemas']['Moment'];
      readonly ask_user_name: string;
      readonly case_guid: components['schemas']['Guid'];
      readonly question: string;
      readonly question_guid: components['schemas']['Guid'];
      readonly site: string;
      readonly task_code: string;
      readonly task_name: string;
      readonly window: number;
    };
    /**
     * @description What kind of value it is, so that personal values are masked
     * @enum {string}
     */
    readonly FieldKind: 'name' | 'number' | 'phone' | 'address' | 'date' | 'text';
    /** Format: uuid */
    readonly Guid: string;
    /** @description SHA-256 of the body's bytes */
    readonly Hash: string;
    readonly Health: {
      readonly platform_time: components['schemas']['Moment'];
      /** @constant */
      readonly service: 'province-platform';
      /** @enum {string} */
      readonly status: 'up' | 'read-only';
    };
    /**
     * Format: uuid
     * @description Made by the window, once per event
     */
    readonly Key: string;
    /** @description Who answered, 1 nation, 2 province, 3 city, 4 county */
    readonly Level: string;
    readonly Licence: {
      readonly holder_code: string;
      readonly holder_name: string;
      /** @description GB/T 36904 */
      readonly identifier: string;
      readonly issue_date: components['schemas']['MaybeDay'];
      readonly issuer_name: string;
      readonly licence_name: string;
      readonly licence_no: string;
      /** @description 01 in force, 03 revoked, 04 cancelled, 05 expired, 06 moved out, 07 withdrawn */
      readonly status: string;
      /** @description Null: for ever */
      readonly valid_to: components['schemas']['MaybeDay'];
      readonly values: readonly components['schemas']['SharedValue'][];
    };
    readonly LicenceAnswer: {
      readonly answered_at: components['schemas']['Moment'];
      readonly answered_by: string;
      readonly answered_level: components['schemas']['Level'];
      readonly licences: readonly components['schemas']['Licence'][];
      readonly query_guid: components['schemas']['Guid'];
      readonly supervision: readonly components['schemas']['SupervisionFlag'][];
    };
    readonly LicenceQuery: {
      readonly asked_at: components['schemas']['Moment'];
      readonly basis: components['schemas']['QueryBasis'];
      readonly case_guid: components['schemas']['Guid'];
      readonly handle_user_name: string;
      readonly holder_code: string;
      readonly holder_name: string;
      readonly holder_type: components['schemas']['CertificateType'];
      /** @description GB/T 36904, where a code was shown */
      readonly licence_identifier: string | null;
      readonly licence_name: string;
      readonly material_code: string;
      readonly purpose: string;
      readonly query_guid: components['schemas']['Guid'];
      /** @description Null while the case has no receipt number yet */
      readonly receipt_no: components['schemas']['ReceiptNo'] | null;
      readonly site: string;
      readonly task_code: string;
      readonly window: number;
    };
    /** @description up_pro_material */
    readonly MaterialRow: {
      readonly copy_num: number;
      readonly get_num: number;
      /**
       * @description 01 paper, 02 scan, 03 card or network certificate 网证, 04 file born electronic, 05 electronic licence, 06 shared data, 07 earlier copy, 08 commitment (告知承诺), 09 later (容缺)
       * @enum {string}
       */
      readonly get_type: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09';
      readonly material_attach_hash: components['schemas']['Hash'] | null;
      readonly material_code: string;
      readonly material_name: string;
      readonly promised_date: components['schemas']['MaybeDay'];
    };
    /** Format: date */
    readonly MaybeDay: string | null;
    readonly MaybeText: string | null;
    /** @description A short message (短信) to whoever agreed to it at the window */
    readonly MessageRow: {
      /** @enum {string} */
      readonly language: 'zh-CN' | 'en';
      /** @description Receipt number and step; one message for each */
      readonly message_no: string;
      readonly mobile: string;
      /**
       * @description The words of the platform for a step, coded as event_name. Step 11, the applicant took the application back,
       *     is 撤回 (withdrawn); step 22, promised papers never came, is 退件 (returned). Neither is told as the other.
       */
      readonly template_code: string;
    };
    /** Format: date-time */
    readonly Moment: string;
    readonly NetworkIdentityAnswer: {
      readonly answered_at: components['schemas']['Moment'];
      readonly answered_by: string;
      readonly check_guid: components['schemas']['Guid'];
      readonly holder_code: string | null;
      /** @description Where the mode allows it to be told */
      readonly holder_name: string | null;
      readonly holder_type: string | null;
      /** @description Set with 01 */
      readonly level: components['schemas']['NetworkLevel'] | null;
      /** @description Set with 01 */
      readonly mode: components['schemas']['NetworkMode'] | null;
      /**
       * @description 01 this is the person, 02 another person, 03 the code ran out, 04 it was used before, 05 no such code,
       *     06 this mode answers only whether it is a person who was named (the code is not used up)
       * @enum {string}
       */
      readonly result: '01' | '02' | '03' | '04' | '05' | '06';
    };
    readonly NetworkIdentityCheck: {
      readonly asked_at: components['schemas']['Moment'];
      readonly check_guid: components['schemas']['Guid'];
      /** @description As it was scanned. Opaque, never kept in clear */
      readonly code: string;
      readonly handle_user_name: string;
      readonly holder_code: string | null;
      /** @description Null with the two below: nobody was named yet */
      readonly holder_name: string | null;
      readonly holder_type: string | null;
      readonly purpose: string;
      readonly site: string;
      readonly window: number;
    };
    /**
     * @description How strongly the certificate was checked when it was issued, 1 basic 黑白, 2 high 彩色
     * @enum {string}
     */
    readonly NetworkLevel: '1' | '2';
    /**
     * @description What was compared, 01 name and number, 02 with validity, 03 with face, 04 certificate only,
     *     05 face and certificate, 06 card, face and certificate
     * @enum {string}
     */
    readonly NetworkMode: '01' | '02' | '03' | '04' | '05' | '06';
    /** @description The network certificate that proved who somebody is; left out where none did */
    readonly NetworkRow: {
      readonly check_guid: components['schemas']['Guid'];
      readonly checked_at: components['schemas']['Moment'];
      readonly checked_by: string;
      readonly level: components['schemas']['NetworkLevel'];
      readonly mode: components['schemas']['NetworkMode'];
    };
    readonly NumberBlock: {
      readonly block_no: string;
      readonly body_hash: components['schemas']['Hash'];
      readonly idempotency_key: components['schemas']['Key'];
      readonly serial_from: number;
      readonly serial_to: number;
    };
    readonly NumberWish: {
      /** @description The highest serial this window knows of, its paper register included; the block lies above */
      readonly highest_known: number;
      readonly site: string;
      readonly size: number;
      readonly window: number;
    };
    /** @description A signed catalogue file (one-window/signed@1) with items, materials, situations, bundles, templates and, where it changed, the duty list. It makes a window agree with this list. */
    readonly PackageOffer: {
      readonly package_bytes: number;
      readonly package_hash: components['schemas']['Hash'];
      readonly piece_count: number;
    };
    readonly PackageOutcome: {
      readonly catalogue_version: string;
      readonly faults: readonly {
        readonly path: string;
        /** @description In English */
        readonly say: string;
        /** @description The same in Chinese */
        readonly say_zh: string;
      }[];
      /**
       * @description 1 in force, 2 refused whole
       * @enum {string}
       */
      readonly outcome: '1' | '2';
      readonly site: string;
      readonly window: number;
    };
    readonly PackagePiece: {
      /** @description base64 */
      readonly content: string;
      readonly package_hash: components['schemas']['Hash'];
      readonly piece_no: number;
    };
    readonly Problem: {
      readonly code: string;
      readonly field_errors?: readonly {
        /** @description Dotted path into the body */
        readonly field: string;
        readonly message: string;
      }[];
      /** @description One sentence a clerk can read */
      readonly message: string;
    };
    /** @description up_pro_process */
    readonly ProcessRow: {
      readonly event_end_time: components['schemas']['Moment'];
      /**
       * @description 01 received 收件, 02 accepted 受理, 03 correction 补正告知, 04 refused 不予受理, 05 not needed 不需许可,
       *     06 wrong organ 非本机关, 07 all corrections in 补齐再收件, 08 lapsed 逾期终止, 09 deemed accepted 视为受理,
       *     10 referred 转报, 11 withdrawn 撤回, 12 special procedure begins 特别程序开始, 13 ends 特别程序结束,
       *     14 extended 延期, 15 owed paper in 容缺补齐, 16 owed paper late 容缺逾期, 17 granted 准予,
       *     18 denied 不予许可, 19 result made 出证, 20 handed over 送达, 21 archived 归档, 22 given back 退件 because a promised
       *     paper never came, 23 a source of a value was found otherwise 数据核对差异, 24 passed on 代收转送 to the body
       *     that decides, 25 arrived there 送达审批机关, 26 receipt of a filing
       *     folded into a licence 合并备案 (other_org is its department), 27 a commitment was checked 承诺核查, 28 a supervision flag
       *     was settled 监管标识处理. Order is that of a case: 01 comes first, 02 or 09 before 12 to 20 and 22, 17 before 19.
       * @enum {string}
       */
      readonly event_name:
        | '01'
        | '02'
        | '03'
        | '04'
        | '05'
        | '06'
        | '07'
        | '08'
        | '09'
        | '10'
        | '11'
        | '12'
        | '13'
        | '14'
        | '15'
        | '16'
        | '17'
        | '18'
        | '19'
        | '20'
        | '21'
        | '22'
        | '23'
        | '24'
        | '25'
        | '26'
        | '27'
        | '28'
        | '29';
      readonly event_start_time: components['schemas']['Moment'];
      readonly handle_explain: string;
      readonly handle_user_name: string;
    };
    /** @description up_pro_specialprocedure, up_pro_result and what else a later step says */
    readonly ProgressRow: {
      /** @description Number of the supervisor */
      readonly approver: string | null;
      readonly end_date: components['schemas']['MaybeDay'];
      readonly explain: string | null;
      /** @description The right organ, or the one above */
      readonly other_org: string | null;
      readonly start_date: components['schemas']['MaybeDay'];
      readonly waybill_no: string | null;
      readonly working_days: number | null;
    };
    /** @description Official case number 办件编号 (GB/T 39046 writes 50 in most tables and 20 in one; the longest holds) */
    readonly ProjectNo: string;
    /**
     * @description How identity was proved, 1 chip read twice, 2 chip read once, 3 by hand, 4 two reads differed,
     *     5 network certificate 网证 (its row says level and mode)
     * @enum {string}
     */
    readonly Proof: '1' | '2' | '3' | '4' | '5';
    /**
     * @description 1 the person agreed at the window, 2 the law allows it
     * @enum {string}
     */
    readonly QueryBasis: '1' | '2';
    readonly ReceiptNo: string;
    readonly RefusalRow: {
      readonly explain: string;
      /**
       * @description 01 not competent, 02 not required, 03 applicant not eligible, 04 forbidden by law, 99 other
       * @enum {string}
       */
      readonly reason_code: '01' | '02' | '03' | '04' | '99';
    };
    /** @description GB/T 2260 with town and village digits; origin 收件地, decision 办理地 */
    readonly Region: string;
    /** @description Somebody beside applicant and handler */
    readonly RelatedRow: {
      readonly name: string;
      readonly network?: components['schemas']['NetworkRow'];
      readonly page_code: string;
      readonly page_type: components['schemas']['CertificateType'];
      readonly proof: components['schemas']['Proof'];
      /**
       * @description 01 legal representative, 02 guardian, 03 principal, 04 another subject
       * @enum {string}
       */
      readonly role_type: '01' | '02' | '03' | '04';
    };
    readonly Session: {
      readonly expires_in_s: number;
      readonly platform_time: components['schemas']['Moment'];
      readonly token: string;
    };
    readonly SharedDataAnswer: {
      readonly answered_at: components['schemas']['Moment'];
      readonly answered_by: string;
      readonly answered_level: components['schemas']['Level'];
      /** @description The day the data are of */
      readonly as_of: components['schemas']['MaybeDay'];
      readonly found: boolean;
      /** @description Whose data they are */
      readonly holder_code: string | null;
      readonly query_guid: components['schemas']['Guid'];
      readonly supervision: readonly components['schemas']['SupervisionFlag'][];
      readonly values: readonly components['schemas']['SharedValue'][];
    };
    readonly SharedDataQuery: {
      readonly asked_at: components['schemas']['Moment'];
      readonly basis: components['schemas']['QueryBasis'];
      readonly case_guid: components['schemas']['Guid'];
      /** @description The least that is needed; nothing else is answered. Empty where the list is not known yet */
      readonly fields: readonly string[];
      readonly handle_user_name: string;
      readonly holder_code: string;
      readonly holder_name: string;
      readonly holder_type: components['schemas']['CertificateType'];
      readonly material_code: string;
      readonly purpose: string;
      readonly query_code: string;
      readonly query_guid: components['schemas']['Guid'];
      /** @description Null while the case has no receipt number yet */
      readonly receipt_no: components['schemas']['ReceiptNo'] | null;
      readonly site: string;
      readonly task_code: string;
      readonly window: number;
    };
    readonly SharedField: {
      /** @description Stable key of the fact, premises.address; holder.name is a fact of whoever was asked about */
      readonly code: string;
      readonly kind: components['schemas']['FieldKind'];
      readonly name: string;
    };
    readonly SharedQuery: {
      /** @description False: the paper is needed */
      readonly connected: boolean;
      readonly fields: readonly components['schemas']['SharedField'][];
      readonly query_code: string;
      readonly query_name: string;
      readonly source_org: string;
      /** @description The vertical system 垂直信息系统 */
      readonly source_system: string;
      readonly timeout_ms: number;
    };
    readonly SharedQueryList: {
      readonly queries: readonly components['schemas']['SharedQuery'][];
    };
    readonly SharedValue: {
      readonly code: string;
      readonly kind: components['schemas']['FieldKind'];
      readonly name: string;
      readonly value: string;
    };
    readonly SignIn: {
      readonly account: string;
      readonly secret: string;
      readonly site: string;
      readonly window: number;
    };
    readonly StepNumber: number;
    /** @description 事中事后监管信息, what another case of the holder left open */
    readonly SupervisionFlag: {
      readonly explain: string;
      /** @description 01 commitment to be checked, 02 tolerance unfinished, 03 refused before, 04 commitment broken, 05 identity not confirmed */
      readonly flag_code: string;
      readonly since: components['schemas']['MaybeDay'];
    };
    /**
     * @description 01 card chip, 02 shared data, 03 electronic licence, 04 earlier step of the event, 05 typed, 06 earlier case;
     *     what the source said before it was asked again: 07 shared data, 08 electronic licence
     * @enum {string}
     */
    readonly ValueSource: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08';
  };
  responses: {
    /**
     * @description `same-body`: this key and body are held already, fetch the receipt. `other-body`: this key was used
     *     with another body. `in-progress`: this very step is being kept, ask again in 2 seconds.
     *     `out-of-order`: the step before it is not held. `step-already-there`: the step is held under another key.
     */
    readonly Conflict: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "in-progress",
         *       "message": "正在处理"
         *     }
         */
        readonly 'application/json': components['schemas']['Problem'];
      };
    };
    /** @description `no-such-query`: no source that is connected answers this */
    readonly NotConnected: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "no-such-query",
         *       "message": "没有接入这项数据"
         *     }
         */
        readonly 'application/json': components['schemas']['Problem'];
      };
    };
    /**
     * @description A problem. 400 `incomplete-body`: the body did not arrive whole. 401 `token-expired`, `token-revoked`;
     *     403 `not-authorised`: this account may not act for this window. 404, 405, 410: no such address.
     *     413 `too-large`. 429 `busy` and 503 carry Retry-After in seconds.
     */
    readonly Problem: {
      headers: {
        /** @description Seconds */
        readonly 'Retry-After'?: number;
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "token-expired",
         *       "message": "登录已过期"
         *     }
         */
        readonly 'application/json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    readonly BodyHash: components['schemas']['Hash'];
    readonly CaseGuid: components['schemas']['Guid'];
    readonly IdempotencyKey: components['schemas']['Key'];
    readonly Step: components['schemas']['StepNumber'];
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly findByKey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly idempotency_key: components['schemas']['Key'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The step is held */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Acknowledgement'];
        };
      };
      /** @description No such key, or no longer remembered */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "code": "unknown-key",
           *       "message": "没有这个编号的回执"
           *     }
           */
          readonly 'application/json': components['schemas']['Problem'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly findByReceipt: {
    readonly parameters: {
      readonly query: {
        readonly receipt_no: components['schemas']['ReceiptNo'];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The case, or an empty list */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "cases": [
           *         {
           *           "case_guid": "0193a2f0-5d00-7000-8000-000000000001",
           *           "receipt_no": "W990101-03-000127-K",
           *           "project_no": "990101202611240000001",
           *           "acknowledgements": []
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['CaseList'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly sendEvent: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Body-Hash': components['parameters']['BodyHash'];
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly case_guid: components['parameters']['CaseGuid'];
        readonly step: components['parameters']['Step'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CaseEvent'];
      };
    };
    readonly responses: {
      /** @description Held already under this key; the receipt of the first time */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Acknowledgement'];
        };
      };
      /** @description Accepted and kept */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Acknowledgement'];
        };
      };
      readonly 409: components['responses']['Conflict'];
      /** @description The platform found something wrong with the step; a person decides what happens */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "code": "4107",
           *       "message": "经营者证件号码与营业执照登记信息不一致，请核实后重新报送。",
           *       "field_errors": [
           *         {
           *           "field": "accept.applyer_page_code",
           *           "message": "与登记信息不一致"
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['Problem'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly pullCatalogue: {
    readonly parameters: {
      readonly query?: {
        /** @description A province has more items than one reply holds; the first page is 1 */
        readonly page?: number;
      };
      readonly header?: {
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A newer catalogue */
      readonly 200: {
        headers: {
          /** @description Names this state of the catalogue */
          readonly ETag: string;
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "catalogue_version": "2026-11-01",
           *       "updated_at": "2026-11-01T00:00:00+08:00",
           *       "pages": 1,
           *       "package": {
           *         "package_hash": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
           *         "package_bytes": 120000,
           *         "piece_count": 1
           *       },
           *       "items": [
           *         {
           *           "task_code": "11990101990000017G4990131002000",
           *           "catalog_code": "990131002000",
           *           "task_version": 1,
           *           "task_name": "个体工商户设立登记",
           *           "task_state": "1"
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['Catalogue'];
        };
      };
      /** @description The catalogue this window holds is still in force */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly tellPackageOutcome: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly package_hash: components['schemas']['Hash'];
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "site": "990101",
         *       "window": 3,
         *       "catalogue_version": "2026-11-01",
         *       "outcome": "2",
         *       "faults": [
         *         {
         *           "path": "items[3].department",
         *           "say": "no department xx",
         *           "say_zh": "没有部门“xx”"
         *         }
         *       ]
         *     }
         */
        readonly 'application/json': components['schemas']['PackageOutcome'];
      };
    };
    readonly responses: {
      /** @description Kept */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly pullPackagePiece: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly package_hash: components['schemas']['Hash'];
        readonly piece_no: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The piece */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "package_hash": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
           *       "piece_no": 1,
           *       "content": "eyJzY2hlbWEiOiJvbmUtd2luZG93L3NpZ25lZEAxIn0="
           *     }
           */
          readonly 'application/json': components['schemas']['PackagePiece'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly askExpert: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "question_guid": "3d0f5a0e-0f6c-4a53-9f7e-0d2c8a4f3b77",
         *       "case_guid": "0193a2f0-5d00-7000-8000-000000000002",
         *       "task_code": "1199010199000004114992014001000",
         *       "task_name": "城乡居民基本医疗保险参保登记",
         *       "question": "户口在外省，居住证办理中，能否先受理",
         *       "ask_time": "2026-11-24T10:21:00+08:00",
         *       "ask_user_name": "0317",
         *       "site": "990101",
         *       "window": 3
         *     }
         */
        readonly 'application/json': components['schemas']['ExpertQuestion'];
      };
    };
    readonly responses: {
      /** @description The question is kept; its answer, once somebody gave one */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "question_guid": "3d0f5a0e-0f6c-4a53-9f7e-0d2c8a4f3b77",
           *       "kept_at": "2026-11-24T10:21:01+08:00",
           *       "answer": {
           *         "text": "可凭居住证受理回执先受理",
           *         "answered_by": "示范县医疗保障局",
           *         "answered_at": "2026-11-24T10:23:40+08:00"
           *       }
           *     }
           */
          readonly 'application/json': components['schemas']['ExpertAnswer'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly health: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The platform listens */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "service": "province-platform",
           *       "status": "up",
           *       "platform_time": "2026-11-24T10:21:00+08:00"
           *     }
           */
          readonly 'application/json': components['schemas']['Health'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly queryLicence: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LicenceQuery'];
      };
    };
    readonly responses: {
      /** @description What the licence library holds; none is an empty list */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LicenceAnswer'];
        };
      };
      readonly 404: components['responses']['NotConnected'];
      readonly default: components['responses']['Problem'];
    };
  };
  readonly checkNetworkIdentity: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NetworkIdentityCheck'];
      };
    };
    readonly responses: {
      /** @description The answer of the identity platform; a no is an answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['NetworkIdentityAnswer'];
        };
      };
      readonly 404: components['responses']['NotConnected'];
      readonly default: components['responses']['Problem'];
    };
  };
  readonly leaseNumbers: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Body-Hash': components['parameters']['BodyHash'];
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "site": "990101",
         *       "window": 3,
         *       "size": 100,
         *       "highest_known": 200
         *     }
         */
        readonly 'application/json': components['schemas']['NumberWish'];
      };
    };
    readonly responses: {
      /** @description Leased; the same key again leases nothing more and answers the same block */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "idempotency_key": "0b2f3a55-6a0f-4c55-9d0e-3c1d1d8c9a10",
           *       "body_hash": "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4",
           *       "block_no": "990101-03-0002",
           *       "serial_from": 201,
           *       "serial_to": 300
           *     }
           */
          readonly 'application/json': components['schemas']['NumberBlock'];
        };
      };
      readonly 409: components['responses']['Conflict'];
      readonly default: components['responses']['Problem'];
    };
  };
  readonly querySharedData: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SharedDataQuery'];
      };
    };
    readonly responses: {
      /** @description What the source holds */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SharedDataAnswer'];
        };
      };
      readonly 404: components['responses']['NotConnected'];
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listQueries: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The list */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "queries": [
           *         {
           *           "query_code": "civil.marriage",
           *           "query_name": "婚姻登记信息",
           *           "source_system": "婚姻登记管理系统",
           *           "source_org": "示范省民政厅",
           *           "connected": true,
           *           "timeout_ms": 8000,
           *           "fields": [
           *             {
           *               "code": "holder.name",
           *               "name": "姓名",
           *               "kind": "name"
           *             },
           *             {
           *               "code": "holder.marital-status",
           *               "name": "婚姻状况",
           *               "kind": "text"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['SharedQueryList'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly signIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "account": "hall-990101",
         *       "secret": "not-a-real-secret",
         *       "site": "990101",
         *       "window": 3
         *     }
         */
        readonly 'application/json': components['schemas']['SignIn'];
      };
    };
    readonly responses: {
      /** @description Signed in */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "token": "5f0c6c1e2b7a4d08",
           *       "expires_in_s": 1800,
           *       "platform_time": "2026-11-24T08:30:00+08:00"
           *     }
           */
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description Unknown account or wrong secret */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "code": "wrong-account",
           *       "message": "账号或口令不对"
           *     }
           */
          readonly 'application/json': components['schemas']['Problem'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
}

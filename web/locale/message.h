// The keys of everything the interface says by itself. One table per language holds the words;
// "{0}", "{1}" … in them are filled by Locale::format. Content and rule texts are data and come from the
// projections.
//
// A new key needs its words in messages_zh.cpp and in messages_en.txt (a new refusal: refusals_zh.h and
// refusals_en.txt). Without either the build stops and names it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace xueshi::locale {

enum class Message : std::uint16_t {
    // Product
    ProductName, ProductPurpose, SampleChip, SampleTitle, SampleSentence, Hotline,
    // Numbers, money, dates
    Free, Money, SlashNeeded, HoursWithUnit, CoursesCount, ItemsCount, Percent, DateMonthDay,
    DateWithWeekday, DateShort, DateTime, ClockTime, DateRange, ClockRange, MonthJanuary, MonthFebruary, MonthMarch,
    MonthApril, MonthMay, MonthJune, MonthJuly, MonthAugust, MonthSeptember, MonthOctober,
    MonthNovember, MonthDecember, MonthShortJanuary, MonthShortFebruary, MonthShortMarch,
    MonthShortApril, MonthShortMay, MonthShortJune, MonthShortJuly, MonthShortAugust,
    MonthShortSeptember, MonthShortOctober, MonthShortNovember, MonthShortDecember, WeekdayMonday, WeekdayTuesday,
    WeekdayWednesday, WeekdayThursday, WeekdayFriday, WeekdaySaturday, WeekdaySunday, ShortMonday,
    ShortTuesday, ShortWednesday, ShortThursday, ShortFriday, ShortSaturday, ShortSunday, DaysAgo,
    Yesterday, Today, Tomorrow, DaysLeft, DaysLater, Separator, ListSeparator,
    // Names of the domain
    StageKindergarten, StagePrimary, StageJuniorSecondary, StageSeniorSecondary, StageVocational,
    SubjectChinese, SubjectMathematics, SubjectEnglish, SubjectPhysics, SubjectChemistry,
    SubjectBiology, SubjectPolitics, SubjectHistory, SubjectGeography, SubjectMusic, SubjectArt,
    SubjectSport, SubjectScience, SubjectComputing, SubjectPsychology, SubjectEarlyYears,
    SubjectVocationalSkills, EveryStage, EverySubject, KindPublic, KindProfessional, KindItRequired,
    KindItElective, KindElective, KindItShort, GroupPublic, GroupItProgramme, GroupProfessional,
    GroupElective, GroupItNote, DeliveryDistance, DeliveryFaceToFace, DeliveryBlended, SessionsFrom,
    PaymentUnpaid, PaymentPaid, PaymentWaived, PaymentNone, RoleTeacher, RolePrincipal,
    RoleSchoolAdministrator, RoleDistrictAdministrator, RoleInstitution, RoleResearchDepartment,
    RoleCentre, StateVerified, StateEarned, StateInProgress, StatePlanned, PriorityFit, PriorityFee,
    PriorityHours, PriorityCount,
    // Navigation and what every screen has
    NavigationName, NavigationHome, NavigationPlan, NavigationCatalogue, NavigationDiagnostic, NavigationStatistics, NavigationSpecial, NavigationDesk, NavigationProfile,
    SyncDone, SyncBusy, SyncWaiting, SyncUnreachable, SyncDoneName, SyncWaitingName,
    SyncUnreachableName, SyncUnreachableNone, SyncSignIn, SyncSignInName, SyncUnsaved, SyncUnsavedName,
    UnreachableTitle, UnreachableSentence, UnreachableSafe, UpdateTitle, UpdateSafe, UpdateFirstSends,
    UpdateOnceSent, UpdateOnceTyped, UpdateTake, Retry, Close,
    Cancel, Back, Undo, Redo, Understood, BasedOn, SourcesShow, SourcesHide, Detail, MoreActions,
    UnknownPage, UnknownPageText, ToHome,
    // Start
    Opening, LoadingTitle, LoadingText, LoadingSafe, StartUnreachableTitle, StartUnreachableText,
    StartUnreachableSafe, StartUnopenedTitle, StartUnopenedText, StartForbiddenText,
    // Log-in
    LoginField, LoginPlaceholder, PasswordField, ShowPassword, HidePassword, SignIn, SigningIn,
    LoginEmpty, PasswordEmpty, LoginHint,
    // Home
    GreetingDawn, GreetingMorning, GreetingNoon, GreetingAfternoon, GreetingEvening,
    GreetingTeacher, GreetingName, ArrangedCaption, ArrangedNote, ArrangedNoteShort,
    HeadlineMissing, HeadlineArranged, HeadlineEnough, HeadlineEmpty, YearAndTicks, DialName,
    NotCounted, StatusArranged, StatusEnough, StatusMissing, StatusMissingShort, OriginCourses,
    OriginRecords, OriginNone, DatesTitle, DatesAll, DatesNext, DatesEmpty, DatePast, TasksTitle,
    TasksEmpty, TasksEmptyNote, TaskDisagreement, TaskDisagreementNote, TaskConfirmProfile, TaskConfirmProfileNote, TaskReconfirmProfile,
    TaskReconfirmProfileNote, TaskArrange, TaskArrangeNote, TaskSubmit, TaskSubmitNote, TaskPayment,
    TaskPaymentNote, NewsTitle, NewsEmpty, NewsOf, UnitTitle, UnitPeople, UnitSelections, UnitFees,
    UnitUnpaid, UnitEmpty, UnitUnpaidNote, UnitAllPaid, AccountTitle, AccountScope,
    // Plan
    PlanTitle, PlanTabs, PlanNew, PlanNewName, PlanNumberedName, PlanFirstName, PlanRename,
    PlanDiscard, PlanRenameTitle, PlanNameField, PlanRenameConfirm, PlanDiscardTitle,
    PlanDiscardText, PlanDiscardConfirm, PlanManage, PlanChoose, PlanNoDutyTitle, PlanNoDutyText,
    PlanEmptyTitle, PlanEmptyText, PlanEmptySafe, PlanComplete, PlanCompleteHint,
    PlanPick, PlanTroubleMany, PlanTroubleOne, PlanTroubleNamed,
    PlanTroubleText, PlanTroubleSafe, PlanTroubleMissing, DemandFee, DemandHours, DemandOwn, DemandUsual,
    DemandPinned, DemandChosen, DemandRunNote, DemandRequirement, WaysTitle, WaysOne, WaysNote, WayFee,
    WayFeeNote, WayHours, WayHoursNote, WayUnpin, WayRemove, WayRunNote, WayNearest, WayResult, WayTake, WayTakeNamed, PlanSettings, PlanSettingsShow, PlanSettingsHide,
    PlanFigureHours, PlanFigureCount, PlanPriorityLabel, PlanPriorityHint, PlanFeeLimit,
    PlanFeeLimitPlaceholder, PlanFeeLimitSetNamed, PlanFeeLimitClear, PlanFeeLimitIs, PlanFeeLimitError,
    PlanFeeLimitNone, PlanHoursLimit, PlanHoursLimitPlaceholder, PlanHoursLimitSetNamed, PlanHoursLimitClear,
    PlanHoursLimitIs, PlanHoursLimitError, PlanHoursLimitNone, PlanLimitSet, PlanPinned, PlanPin, PlanUnpin, PlanRemove, PlanOpenCourse, PlanRunMenu,
    PlanRunHeld, PlanRunRecorded, TroubleGone, TroubleTwice, TroubleClash, TroubleSignUp,
    TroubleOrganiser, TroubleExternal, TroubleNotForTeacher, TroubleNotOpen, TroubleClosed,
    WeeksTitle, WeeksBarOne, WeeksBarMany, WeeksTerm, WeeksClash, WeeksName, LegendOnline,
    LegendSession, LegendDeadline, WhyTitle, WhyComplete, WhyCompleteNote, WhyMissing, WhySurplus,
    WhyTrouble, WhyTroubleNote, WhyPayer, Submit, Submitting, SubmitNothing, SubmitDialogTitle,
    SubmitDialogText, SubmitDialogFree, SubmitDialogConfirm, SubmitDialogCancel, SubmitIncomplete,
    SubmitOpens, SubmitRefused, DraftNotSubmitted, AllEnough, SomeMissing, AllSubmitted,
    ReceiptsTitle, ReceiptNumber, ReceiptSummary, ReceiptShow, ReceiptHide, Withdraw, WithdrawTitle,
    WithdrawText, WithdrawConfirm, WithdrawKeep, WithdrawPaid, WithdrawBegun,
    // Proposals: the slider, what is best under the draft's wishes, the comparison
    PlanFigureFit, TradeLess, TradeMore, TradeName, TradeValue, TradeProven, TradeIsDraft, TradeTake,
    TradeFirst, TradeSearching, TradeStop, TradeOne, TradeAll, TradeNothing, ProposalTitle, ProposalSame,
    ProposalSameNote, ProposalOutdated, ProposalFirst, ProposalNothing, ProposalDraft, ProposalRow,
    ProposalFee, ProposalHours, ProposalCount, ProposalComes, ProposalGoes, ProposalMore, ProposalTake,
    NearestTitle, NearestKeeps, NearestTotal, Compare, CompareOthers, CompareTitle, CompareBack,
    CompareNote, CompareFirst, CompareNext, CompareIsDraft, CompareSessions, CompareSessionCount,
    CompareNoSessions, CompareShared, CompareTake, CompareTakeNamed, CompareSearching, CompareOnly,
    CompareNothing, CompareEmpty, PlanExclude, ExcludedTitle, ExcludedAllow, ExcludedAllowNamed,
    // Disagreements: titles by app::PlanPart, marks by plan::PlanMark
    DisagreementChip, DisagreementRun, DisagreementName, DisagreementFeeLimit,
    DisagreementHoursLimit, DisagreementLimits, DisagreementPriorities, DisagreementExistence,
    DisagreementThisDevice, DisagreementOneDevice, DisagreementOtherDevice, DisagreementNthDevice,
    DisagreementSide, DisagreementBoth, DisagreementTitle, DisagreementIt, DidRemove, DidChoose, DidPin, DidExclude,
    DidName, DidLimitFee, DidFreeFee, DidLimitHours, DidFreeHours, DidOrder, DidDiscard, DidGoOn,
    DisagreementLater, DisagreementLaterDevice, DisagreementKept, DisagreementSafe, ChooseShown,
    ChooseOther, ChooseLater, ChooseEarlier, ChooseKeep, ChooseDiscard,
    // Catalogue
    CatalogueTitle, SearchPlaceholder, SearchName, SearchClear, SearchByInitials, SearchByPinyin,
    SearchForgiven, MySelection, MySelectionNone, FilterStage, FilterSubject, FilterKind,
    FilterTheme, FilterDelivery, FilterDate, FilterFee, FilterSet, FilterMany, FilterAll,
    FilterMore, FilterMoreSet, FilterFits, FilterFitsShort, FilterClearAll, FilterOwn,
    FilterMenuName, FilterClose, DateThisMonth, DateNextMonth, DateAfterTerm, FeeFree, FeeUpTo,
    FeeOver, ColumnTheme, ColumnCourse, ColumnKind, ColumnHours, ColumnFee, ColumnTime, ColumnFit,
    FoundCount, FoundSorted, CatalogueName, FitHeld, FitInPlan, FitNeedsSignUp, FitOrganiser,
    FitExternal, FitNotForTeacher, FitOver, FitCourseInPlan, FitClashes, FitOverFee, FitOverHours,
    FitFits, AddNamed, RemoveNamed, NothingFoundTitle, NothingFoundText, NothingFoundSafe,
    NothingFoundClear, NothingFoundClearSearch, CatalogueEmptyTitle, CatalogueEmptyText,
    DetailHours, DetailFee, DetailDelivery, DetailTime, DetailProvider, DetailFor, DetailSessions,
    DetailAfter, DetailAfterEnough, DetailAfterMissing, DetailFeeRow, DetailFeeWithin,
    DetailFeeOver, DetailNeedless, DetailAdd, DetailRemove, DetailPin, DetailUnpin, DetailClose,
    DetailGone, DetailGoneText, DetailToList, DetailChange, WhyHeld, WhyInPlan, WhyNeedsSignUp,
    WhyOrganiser, WhyExternal, WhyNotForTeacher, WhyOver, WhyCourseInPlan, WhyClashes, WhyOverFee,
    WhyOverHours,
    // Profile
    ProfileTitle, ProfileFacts, FactName, FactNumber, FactSchool, FactDistrict, FactStage,
    FactSubject, FactTitle, FactTeachingSince, FactTeachingSinceValue, FactSchoolKind, FactPrivate,
    FactPublic, FactMissing, FactAffiliated, CheckTitle, CheckNever, CheckOutdated, CheckCurrent,
    CheckExplain, CheckSource, CheckWrong, CheckConfirm, CheckAgain, WarningNoTitle,
    WarningNoTeachingYear, WarningNoSubject, WarningNoSchool, AppearanceTitle, LanguageName,
    LanguageChinese, LanguageEnglish, ThemeSystem,
    ThemeLight, ThemeDark, ThemeName, AccountUnit, AccountRole, SyncTitle, SyncAllSafe, SyncCount,
    SyncOnDevice, OfflineTitle, OfflineReady, OfflineReadyNote, OfflineNever, OfflineNeverNote,
    InstallClient, InstallByMenu, InstallByMenuNote, SignOut, SignOutWaiting,
    // What is on its way, and what the device cannot do
    LookAt, AgeNow, AgeMinutes, AgeHours, SyncApplied, SyncSaved, SyncConfirmed, SyncAllApplied,
    SyncAllSaved, SyncAllConfirmed, SyncUnsavedCount, SyncUnconfirmedCount, SyncOldest, SyncExport,
    SyncImport, SyncImportHint, WaitingTitle, WaitingEmpty, WaitingIntent, WaitingMore, TroubleOfflineTitle,
    TroubleOfflineText, TroubleSafeCount, TroubleSafeSome, TroubleSafeNone, TroubleSignInTitle, TroubleSignInText,
    TroubleSignInBanner, TroubleClockTitle, TroubleClockText, TroubleClockSafe, TroubleFullTitle,
    TroubleFullText, TroubleForbiddenTitle, TroubleForbiddenText, TroubleFailedTitle,
    TroubleFailedText, TroubleServerSafe, TroubleDamagedTitle, TroubleDamagedText,
    TroubleDamagedSafe, TroubleDamagedExport, NewsBanner, NewsBannerText, NewsSubmit, NewsSubmitSafe, NewsWithdraw,
    NewsWithdrawSafe, NewsEdit, NewsEditSafe, NewsRestoredTitle, NewsRestoredText, NewsRestoredNone, NewsRestoredSafe,
    NewsReceiptLostTitle, NewsReceiptLostText, NewsToPlan, DoorTitle, DoorText, DoorOpen, SubmitWaiting, SubmitWaitingSignIn,
    // Deeds: what undo takes back, what waits
    UndoNamed, RedoNamed, DeedPlanCreated, DeedPlanRenamed, DeedPlanNamed, DeedPlanDiscarded,
    DeedPlanBroughtBack, DeedRunAdded, DeedRunPinned, DeedRunExcluded, DeedRunRemoved, DeedRunAllowed,
    DeedPlanLimits, DeedPlanPriorities, DeedPlanFilled, DeedTheme, DeedProfile, DeedSubmitted,
    DeedWithdrawal, DeedDiagnosticBegun, DeedItemAnswered, DeedDiagnosticFinished, DeedThemesWanted, DeedSpecialOrdered, DeedEdited,
    // The diagnostic
    DiagnosticTitle,
    // The diagnostic's card on Home
    PushEyebrow, PushTake, PushTakeText, PushTakeShort, PushBegin, PushLater, PushGoOn, PushGoOnText, PushGoOnAct,
    PushCarry, PushCarryText, PushCarryRow, PushCarryMore, PushCarryAct, PushAdvice, PushAdviceText,
    PushAdviceEarlier, PushAdviceAct,
    // The diagnostic: what it is, what is under way
    StageAndSubject, DiagnosticIntro, DiagnosticIntroText, DiagnosticFactNoRight, DiagnosticFactTime,
    DiagnosticFactLeave, DiagnosticFactOffline, DiagnosticFactPrivate, DiagnosticOptional, DiagnosticBefore,
    DiagnosticEquipment, EquipmentInteractive, EquipmentNetwork, EquipmentMobile, DiagnosticBothLevels,
    DiagnosticOneLevel, DiagnosticMode, ModeAdaptive, ModeClassical, ModeAdaptiveShort, ModeClassicalShort,
    DiagnosticBegin, DiagnosticKeepResult, UnderWayTitle, UnderWayText, UnderWayComplete, UnderWayBegun,
    UnderWayGoOn, UnderWayAgain, UnderWayAgainNote, UnderWayBack, CarryTitle, CarryText, CarryOf, DiagnosticComing,
    DiagnosticComingText, DiagnosticFailed, DiagnosticFailedText, DiagnosticFailedSafe, DiagnosticNoDuty,
    DiagnosticNoDutyText,
    // The diagnostic: its questions
    QuestionLeave, QuestionNumber, QuestionLeft, QuestionLast, QuestionMinutes, QuestionPage, QuestionProgress,
    QuestionHint, QuestionChange, QuestionBack, QuestionNext, QuestionChoose, AnswersSaving, AnswersOffline,
    AnswersHere, AnswersSafe, AnswersUnsaved, SummaryTitle, SummaryText, SummaryNote, SummaryShow,
    // The diagnostic: its result
    ResultTitle, EveryDimension, ResultItems, ResultEarlier, LevelOptimise, LevelTransform, LevelOne, LevelTwo, BandToImprove,
    BandQualified, BandExcellent, LikelyToImprove, LikelyQualified, LikelyExcellent, RadarName, RadarAxis,
    RadarAxisEarlier, AxisSeparator, LegendEstimate, LegendBand, LegendToImprove, LegendExcellent, LegendEarlier,
    ResultCompare, ResultAlone, ChangeWithin, ChangeUp, ChangeDown, ChangeNew, AdviceTitle, AdviceWeakest, AdviceEven,
    AdviceStrongest, AdviceNext, AdviceUnsure, AdviceOneLevel, ResultPriors, ThemesTitle, ThemesCount,
    ThemesRequired, ThemesWeak, ThemesFurther, ThemesNone, ThemeHours, ThemeRequired, ThemeGap, ThemeGapLikely,
    ThemeCourses, ThemeNoCourses, ThemeCoursesOf, ThemeCourseFacts, ThemeCourseAdd, ThemeCourseIn, ThemeCourseHeld,
    ThemeCoursesMore, ThemesChosen, ThemesEnough, ThemesShort, ThemesPlan, ThemesPlanName, HistoryTitle, HistoryNow,
    HistoryAgain,
    // Statistics
    StatisticsTitle, RateBegun, RateFinished, RateFinishedOfBegun, RateTookPart, RateCompleted,
    RateCompletedOfTookPart, OfDue, OfBegun, OfTeachers, OfTookPart, RateOf, RateLine, EarlierPhases,
    SchoolsName, ColumnSchool, ColumnTeachers, ColumnDue, ColumnBegun, ColumnFinished, SchoolLine,
    StatisticsNote, StatisticsEmpty, StatisticsEmptyText,
    // Special training
    SpecialTitle, ProjectsOwn, ProjectsOpen, ProjectsLater, ProjectsClosed, ProjectsNotForMe, GroupCount,
    ProjectsEmpty, ProjectsEmptyText, ProjectUnknown, BackToProjects, ProjectStarts, ProjectDays, NeedsSignUp,
    PlacedByOrganiser, HasStudyAway, NoPlacesHere, SeatsLeft, SeatsNone, SeatsLine, SeatsOf, SeatsName, OnItsWay,
    SentWhenOnline, OnItsWayText, SentWhenOnlineText, SignUpNow, SignUpNotNow, SignUpButton, HandInAgain,
    LeaveButton, LeaveTitle, LeaveText, LeaveFinalText, LeaveReason, LeaveReasonOptional,
    LeaveConfirm, LeaveKeep, WaitingText, ReturnedText, ReturnedTooLate, ReasonGiven, Quoted, DeadlineOver, TrackTitle,
    StageTeacher, StagePrincipal, StageSchool, StageDistrict, StageResearch, StageInstitution, StageCentre,
    DuePrincipal, DueSchool, DueDistrict, DueResearch, DueInstitution, DueCentre, StepBy, StepDue, StepOverdue,
    StepReceipt, ByDeputy, ByItself, ConditionsTitle, ConditionYears, ConditionsNone, TeachingYears, UnmetStage,
    UnmetSubject, UnmetTitle, UnmetRegion, UnmetYears, StandingInReview, StandingReturned, StandingRefused,
    StandingWithdrawn, StandingFinal, StandingAttending, StandingCompleted, StandingIncomplete, StandingNoShow,
    StandingSubstituted, StandingWaiting, StandingWaitingAt, MoveSignedUp, MovePlaced, MoveSubstitute,
    MoveApproved, MoveReturned, MoveRefused, MoveResubmitted, MoveWithdrawn, MovePromoted, MoveAttending,
    MoveCompleted, MoveIncomplete, MoveNoShow, MoveSubstituted, DeskTitle, DeskDue, DeskEmpty, DeskEmptyText,
    DeskDeadline, WaitsForYou, ChooseName, ChooseAll, DeskBar, DeskChosen, DeskReason, DeskReasonHint,
    DeskReasonMissing, DeskReturn, DeskRefuse, DeskApprove, MarkAttending, MarkCompleted, MarkIncomplete,
    MarkNoShow,
    ReplaceButton, ReplaceTitle, ReplaceText, ReplaceNumber, ReplaceReason, ReplaceConfirm, SubstitutionsTitle,
    SubstitutionLine, SubstitutionConfirmed, SubstitutionRefused, SubstitutionAgree, SubstitutionDecline,
    SubstitutionDeclineTitle, SubstitutionDeclineConfirm,
    // What happened (toasts)
    NoticeRunAdded, NoticeRunRemoved, NoticeRunExcluded, NoticePlanCompleted, NoticeNothingFits,
    NoticeSelectionConfirmed, NoticeSelectionWithdrawn, NoticeUnconfirmedWork,
    NoticeProfileConfirmed, NoticeLanguageUnavailable, NoticeWorkImported, NoticeStepAccepted, NoticeStepsAccepted, Count
};

inline constexpr std::size_t kMessageCount = static_cast<std::size_t>(Message::Count);

}  // namespace xueshi::locale

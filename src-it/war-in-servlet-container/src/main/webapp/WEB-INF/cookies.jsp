<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>Cookies</title>
<link rel="stylesheet" href="${pageContext.request.contextPath}/cookie-charter/policy.css">
<jsp:include page="/cookie-charter/head.html"/>
</head>
<body>
<jsp:include page="/cookie-charter/policy.${language}.fragment.html"/>
</body>
</html>
